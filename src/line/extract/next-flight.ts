import { isNode } from './json-ld.ts';

/** How scripts hand React's rows on (Next, app router): `self.__next_f.push([1,"…"])`. */
const PUSH = /^\s*(?:self|window)\.__next_f\.push\(/;

/** Longest rows that are read, in bytes, and most objects that are taken out of them. */
const MAX_BYTES = 1_500_000;
const MAX_NODES = 3_000;
const MAX_DEPTH = 60;

/** True for the text of such a script. */
export const isFlight = (script: string): boolean => PUSH.test(script);

/**
 * What the components of a page are given, as a JSON list of flat objects: a page that is drawn in the
 * browser alone has its article there. Undefined where nothing can be read.
 */
export function flightState(scripts: readonly string[]): string | undefined {
  const rows = readRows(Buffer.from(scripts.map(pushedText).join('').slice(0, MAX_BYTES)));
  const nodes: object[] = [];
  for (const value of rows.values.map(parseRow)) flatten(value, { nodes, texts: rows.texts }, 0);
  return nodes.length === 0 ? undefined : JSON.stringify(nodes);
}

function pushedText(script: string): string {
  const list = parseRow(script.slice(script.indexOf('(') + 1, script.lastIndexOf(')')));
  return Array.isArray(list) && typeof list[1] === 'string' ? list[1] : '';
}

function parseRow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Rows {
  /** Long texts by the number of their row; others refer to them: `$24`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly values: readonly string[];
}

const [COLON, LINE, COMMA] = [0x3a, 0x0a, 0x2c];

/** `24:T1b7b,<p>…` has its length in bytes; every other row ends with its line. */
function readRows(bytes: Buffer): Rows {
  const texts = new Map<string, string>();
  const values: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(COLON, at);
    if (colon < 0) break;
    const id = bytes.toString('latin1', at, colon).trim();
    const comma = bytes[colon + 1] === 0x54 ? bytes.indexOf(COMMA, colon) : -1;
    const length = Number.parseInt(bytes.toString('latin1', colon + 2, comma), 16);
    if (comma >= 0 && comma < colon + 12 && length > 0) {
      texts.set(id, bytes.toString('utf8', comma + 1, comma + 1 + length));
      at = comma + 1 + length;
      continue;
    }
    const line = bytes.indexOf(LINE, colon);
    const end = line < 0 ? bytes.length : line;
    values.push(bytes.toString('utf8', colon + 1, end));
    at = end + 1;
  }
  return { texts, values };
}

interface Flat {
  readonly nodes: object[];
  readonly texts: Rows['texts'];
}

/** What an article's object has; those around it would repeat it. */
const TITLES = ['title', 'headline', 'headlines', 'heading'];

/** Takes each object out by itself: elements nest far deeper than the data that they are given. */
function flatten(value: unknown, flat: Flat, depth: number): void {
  if (depth > MAX_DEPTH || flat.nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) for (const item of value) flatten(item, flat, depth + 1);
  else if (isNode(value)) {
    if (TITLES.some((name) => name in value)) flat.nodes.push(withTexts(value, flat.texts));
    for (const item of Object.values(value)) flatten(item, flat, depth + 1);
  }
}

/** An object with the texts that it refers to; what is nested in it is taken out by itself. */
function withTexts(node: object, texts: Rows['texts']): object {
  const fields = Object.entries(node).map(([name, value]) => {
    const text =
      typeof value === 'string' && value[0] === '$' ? texts.get(value.slice(1)) : undefined;
    return [name, text ?? value] as const;
  });
  return Object.fromEntries(fields) as object;
}

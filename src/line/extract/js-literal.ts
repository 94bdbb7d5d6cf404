/** Longest script that is read, in UTF-16 units, and deepest nesting. */
const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 40;

/** Names that stand for a value wherever they occur. */
const NAMED: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  NaN: undefined,
};

/**
 * The value of a literal of JavaScript, and of a function that is called at once and returns one:
 * `(function(a,b){return {title:a}}("…",5))`, as Nuxt 2 prints its state. Nothing is run: names are
 * looked up among the arguments, and what is no literal is undefined. Undefined for other scripts.
 */
export function readLiteral(script: string): unknown {
  const text = script.slice(0, MAX_LENGTH).trim();
  const call = /^\(?function\s*\(([\w$,\s]*)\)\s*\{/.exec(text);
  if (!call) return /^[[{]/.test(text) ? new Reader(text, 0, NAMED).value() : undefined;
  const start = text.indexOf('return', call[0].length);
  const begin = text.lastIndexOf('}(');
  if (start < 0 || begin < start) return undefined;
  const names = (call[1] ?? '').split(',').map((name) => name.trim());
  const values = new Reader(`[${text.slice(begin + 2)}`, 0, NAMED).value();
  const entries = names.map((name, at) => [name, Array.isArray(values) ? values[at] : undefined]);
  return new Reader(text, start + 'return'.length, {
    ...NAMED,
    ...Object.fromEntries(entries),
  }).value();
}

/** Reads one value after the other; what it does not know is skipped as undefined. */
class Reader {
  readonly #text: string;
  readonly #names: Readonly<Record<string, unknown>>;
  #at: number;

  constructor(text: string, at: number, names: Readonly<Record<string, unknown>>) {
    this.#text = text;
    this.#at = at;
    this.#names = names;
  }

  value(depth = 0): unknown {
    const token = this.#next();
    if (depth > MAX_DEPTH) return undefined;
    if (token === '{') return this.#object(depth);
    if (token === '[') return this.#list(depth);
    if (/^["'`]/.test(token)) return unquote(token);
    if (token === '!') return !this.value(depth + 1);
    if (token === '-') return -Number(this.#next());
    if (token === 'void') {
      this.#next();
      return undefined;
    }
    if (/^[\d.]/.test(token)) return Number(token);
    return Object.hasOwn(this.#names, token) ? this.#names[token] : undefined;
  }

  #object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    for (let token = this.#next(); token !== '}' && token !== ''; token = this.#next()) {
      if (token === ',') continue;
      if (this.#next() !== ':') return Object.fromEntries(entries);
      entries.push([/^["'`]/.test(token) ? unquote(token) : token, this.value(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #list(depth: number): unknown {
    const values: unknown[] = [];
    for (let token = this.#peek(); token !== ']' && token !== ')' && token !== ''; ) {
      if (token === ',') this.#next();
      else values.push(this.value(depth + 1));
      token = this.#peek();
    }
    this.#next();
    return values;
  }

  #peek(): string {
    const at = this.#at;
    const token = this.#next();
    this.#at = at;
    return token;
  }

  /** A string with its quotes, a number, a name, or a sign; empty at the end. */
  #next(): string {
    TOKEN.lastIndex = this.#at;
    const [whole = '', token = ''] = TOKEN.exec(this.#text) ?? [];
    this.#at += whole === '' ? this.#text.length : whole.length;
    return token;
  }
}

const TOKEN =
  /\s*("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\w$.]+|[^\s])/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unquote(token: string): string {
  return token
    .slice(1, -1)
    .replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g, (_, unit, byte, char: string) =>
      unit || byte
        ? String.fromCharCode(Number.parseInt(unit ?? byte, 16))
        : (ESCAPES[char] ?? char),
    );
}

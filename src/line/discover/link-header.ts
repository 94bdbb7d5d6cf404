import { LONGEST_URL } from './resolve-url.ts';

/** A link of a `Link` header field: its target as stated, and its relations in lower case. */
export interface HeaderLink {
  readonly target: string;
  readonly relations: readonly string[];
}

/** WordPress sends three links, busy portals some twenty of preloads: more says nothing new. */
const MOST_LINKS = 100;

/** Parameters of a link that are looked at: rel stands first or second in practice. */
const MOST_PARAMETERS = 20;

/** A field is cut there: the whole header is bounded by the fetcher, this is the part looked at. */
const LONGEST_FIELD = 64 * 1024;

/** A parameter of a link: `; name`, `; name=token` or `; name="quoted"` (RFC 8288, 3). */
const PARAMETER =
  /\s*;\s*([\w!#$%&'*+.^`|~-]{1,50})\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/uy;

/**
 * Reads a `Link` header field (RFC 8288, 3), several joined by commas. Of a parameter that is
 * repeated the first counts; a part that keeps to no grammar is passed over to the next `<`.
 */
export function parseLinkHeader(field: string): HeaderLink[] {
  const text = field.slice(0, LONGEST_FIELD);
  const links: HeaderLink[] = [];
  let at = text.indexOf('<');
  while (at !== -1 && links.length < MOST_LINKS) {
    const close = text.indexOf('>', at);
    if (close === -1) break;
    const { rel, end } = readParameters(text, close + 1);
    const target = text.slice(at + 1, close).trim();
    if (target.length <= LONGEST_URL) links.push({ target, relations: relationsOf(rel) });
    at = text.indexOf('<', end);
  }
  return links;
}

function readParameters(text: string, from: number): { rel: string; end: number } {
  let rel: string | undefined;
  let end = from;
  for (let count = 0; count < MOST_PARAMETERS; count += 1) {
    PARAMETER.lastIndex = end;
    const match = PARAMETER.exec(text);
    if (!match) break;
    end = PARAMETER.lastIndex;
    const [, name = '', quoted, token] = match;
    if (name.toLowerCase() === 'rel') rel ??= quoted ?? token ?? '';
  }
  return { rel: rel ?? '', end };
}

const relationsOf = (rel: string): string[] =>
  rel
    .toLowerCase()
    .split(/\s+/u)
    .filter((relation) => relation !== '');

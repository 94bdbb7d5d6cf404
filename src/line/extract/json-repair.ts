/** Longest script that is repaired, in UTF-16 units; an article's data is far below. */
const MAX_LENGTH = 1_000_000;

/**
 * The value of a JSON script, with the mistakes that content systems make put right: comment and
 * CDATA wrappers, line breaks inside strings, trailing commas, a semicolon or a second object
 * after the end, HTML entities for quotes. Undefined where nothing helps.
 */
export function repairJson(script: string): unknown {
  const text = script.slice(0, MAX_LENGTH).replace(WRAPPER, '').trim();
  if (text === '') return undefined;
  for (const repair of REPAIRS) {
    const value = parseJson(repair(text));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `<!--`, `//<![CDATA[` and their ends. */
const WRAPPER =
  /<!--|-->|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[(?:\*\/)?|(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\*\/)?/g;

const REPAIRS: readonly ((text: string) => string)[] = [
  (text) => text,
  mendStrings,
  (text) => mendStrings(text).replace(/,\s{0,999}([}\]])/g, '$1'),
  (text) => firstValue(mendStrings(text).replace(/,\s{0,999}([}\]])/g, '$1')),
  (text) => firstValue(mendStrings(unescapeHtml(text))),
];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A quote ends a string only where a delimiter follows; others inside are content. */
const AFTER_STRING = /^\s{0,999}(?:[,:}\]]|$)/;

/** Escapes control characters, stray quotes and wrong escapes inside strings. */
function mendStrings(text: string): string {
  const out: string[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (!inside) {
      inside = char === '"';
      out.push(char);
    } else if (char === '\\') {
      const next = text.charAt(at + 1);
      at += 1;
      out.push(/["\\/bfnrtu]/.test(next) ? `\\${next}` : next);
    } else if (char === '"') {
      inside = !AFTER_STRING.test(text.slice(at + 1, at + 40));
      out.push(inside ? '\\"' : '"');
    } else out.push(char < ' ' ? (ESCAPED[char] ?? ' ') : char);
  }
  return out.join('');
}

const ESCAPED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Cuts what follows the first complete object or array. */
function firstValue(text: string): string {
  let depth = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') inside = !inside;
    else if (!inside && (char === '{' || char === '[')) depth += 1;
    else if (!inside && (char === '}' || char === ']')) {
      depth -= 1;
      if (depth <= 0) return text.slice(0, at + 1);
    }
  }
  return text;
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
}

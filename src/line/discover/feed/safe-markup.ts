import { Parser } from 'htmlparser2';
import { resolveUrl } from '../resolve-url.ts';
import { decodeHtml } from '../xml/entities.ts';

/** Elements that a text of a feed may keep: those that only say how text is read. */
const KEPT = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col ' +
    'dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins ' +
    'kbd label li mark ol p pre q s samp section small span strike strong sub sup table tbody td ' +
    'tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Elements whose text is not for readers. */
const HIDDEN = new Set(['script', 'style', 'applet']);

const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);

/** Attributes that carry meaning; none that runs, styles or tracks. */
const KEPT_ATTRIBUTES = new Set(
  'abbr alt cite class colspan datetime dir height href id lang rowspan src title width'.split(' '),
);

const ADDRESSES = new Set(['href', 'src', 'cite']);

/** Schemes that lead to a page or a person; all others could run. */
const SAFE_SCHEME = /^(?:https?|ftp|mailto|tel):|^[^:]*$|^[^:]*[/?#]/iu;

/**
 * Markup of a feed without what could run: unknown elements lose their tags, scripts and styles
 * their text, elements their handlers. Relative addresses are resolved.
 */
export function safeMarkup(markup: string, base: string): string {
  if (!markup.includes('<')) return markup;
  let safe = '';
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (HIDDEN.has(name)) hidden += 1;
        if (hidden === 0 && KEPT.has(name)) safe += openingTag(name, attributes, base);
      },
      ontext(text) {
        if (hidden === 0) safe += text;
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        else if (hidden === 0 && KEPT.has(name) && !VOID.has(name)) safe += `</${name}>`;
      },
    },
    { decodeEntities: false },
  );
  parser.end(closeOpenEnds(markup));
  return safe.trim();
}

function openingTag(name: string, attributes: Record<string, string>, base: string): string {
  const kept = Object.entries(attributes)
    .filter(([key]) => KEPT_ATTRIBUTES.has(key))
    .map(([key, value]) => [key, ADDRESSES.has(key) ? safeAddress(value, base) : value] as const)
    .map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
  return `<${name}${kept.join('')}${VOID.has(name) ? ' /' : ''}>`;
}

/** Decoded before it is judged: a browser reads `java&#10;script:` as what it hides. */
function safeAddress(value: string, base: string): string {
  const address = resolveUrl(decodeHtml(value), base);
  return SAFE_SCHEME.test(address) ? address.replaceAll('&', '&amp;') : '';
}

/**
 * Markup whose text a parser would lose for one mark: a comment that nothing closes ends at its
 * first `>`, and a `<` behind which no tag ends is a character.
 */
function closeOpenEnds(markup: string): string {
  const comment = markup.lastIndexOf('<!--');
  const isOpen = comment >= 0 && !markup.includes('-->', comment);
  const end = isOpen ? markup.indexOf('>', comment) : -1;
  const behind = end < 0 ? '' : markup.slice(end + 1);
  const closed = isOpen ? markup.slice(0, comment) + behind : markup;
  const last = closed.lastIndexOf('<');
  if (last < 0 || closed.includes('>', last)) return closed;
  return `${closed.slice(0, last)}&lt;${closed.slice(last + 1)}`;
}

/**
 * Whether a text that should be plain is HTML after all: it has a closing tag or a reference, and
 * no tag that HTML does not know. A title such as `5 < 6` or `the <blink> tag` is plain.
 */
export function looksLikeMarkup(text: string): boolean {
  if (!/<\/\w+>|&#?\w+;/u.test(text)) return false;
  const tags = text.match(/<\/?\w+/gu) ?? [];
  return tags.every((tag) => KEPT.has(tag.replace(/[</]/gu, '').toLowerCase()));
}

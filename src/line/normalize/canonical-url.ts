import { withinAmpCache } from './amp-url.ts';
import { findIdentity } from './free-slug.ts';
import { STEPS } from './url-steps.ts';

/** A step on the way to the one form. */
export interface UrlReason {
  readonly step: string;
  readonly detail: string;
}

/** The one form of a URL, and why each part went. */
export interface CanonicalUrl {
  /** The page under this address can be fetched. */
  readonly url: string;
  /** What is the same for every address of the article: the URL, less a slug that is free. */
  readonly identity: string;
  readonly reasons: readonly UrlReason[];
}

/** Longer URLs are crawler traps; caches, browsers and sitemaps accept less. */
const LONGEST = 4096;

/**
 * Addresses may stand within addresses, and forms of a page be asked for several times over, some
 * deep: a URL that still changes after so many turns was made to, and is kept as it is.
 */
const MOST_TURNS = 8;

/**
 * Brings a URL to one form: without tracking parameters, fragment, default port, AMP, mobile and
 * `www` twins, in one percent-encoding; raw Arabic and Unicode hosts come out encoded (WHATWG URL).
 * Scheme, trailing slash and a language such as `/ar/` stay: without them a site may have another
 * page there, or none. Idempotent.
 */
export function canonicalUrl(url: string, base?: string): CanonicalUrl {
  const parsed = parse(url, base);
  if (typeof parsed === 'string') return asGiven(url, parsed);
  // Letters that are not ASCII take three to twelve characters when they are encoded.
  if (parsed.href.length > LONGEST) return asGiven(parsed.href, 'too-long');
  const reasons: UrlReason[] = parserReasons(url);
  const current = settled(parsed, reasons);
  if (!current) return asGiven(parsed.href, 'too-deep');
  const { identity, detail } = findIdentity(current);
  if (detail) reasons.push({ step: 'free-slug', detail });
  const language = /^\/(?:ar|arabic)(?:-[a-z]{2})?(?=\/)/iu.exec(current.pathname)?.[0];
  if (language)
    reasons.push({ step: 'language-kept', detail: `${language}/ chooses the language` });
  return { url: current.href, identity, reasons };
}

/** The URL that no step changes any more; undefined where there is none within reach. */
function settled(url: URL, reasons: UrlReason[]): URL | undefined {
  let current = url;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = turnOnce(current, reasons);
    if (next.href === current.href) return current;
    current = next;
  }
  return undefined;
}

function asGiven(url: string, step: string): CanonicalUrl {
  return { url, identity: url, reasons: [{ step, detail: url.slice(0, 200) }] };
}

/** What the parser itself brings to one form (WHATWG URL, 4.4), so that no change goes untold. */
const PARSER_STEPS: readonly (readonly [string, RegExp])[] = [
  ['default-port', /^\s*(?:http:\/\/[^/?#]*:80|https:\/\/[^/?#]*:443)(?=[/?#\s]|$)/iu],
  ['punycode', /^\s*https?:\/\/[^/?#]*[^\p{ASCII}/?#][^/?#]*/iu],
  ['raw-letters', /[^\p{ASCII}]/u],
];

function parserReasons(url: string): UrlReason[] {
  return PARSER_STEPS.flatMap(([step, pattern]) => {
    const detail = pattern.exec(url)?.[0].trim().slice(0, 100);
    return detail ? [{ step, detail }] : [];
  });
}

/** The URL parsed, or why it cannot be. */
function parse(url: string, base: string | undefined): URL | string {
  if (url.length > LONGEST) return 'too-long';
  if (!URL.canParse(url, base)) return 'not-a-url';
  const parsed = new URL(url, base);
  return /^https?:$/u.test(parsed.protocol) ? parsed : 'not-http';
}

function turnOnce(url: URL, reasons: UrlReason[]): URL {
  const inner = withinAmpCache(url);
  if (inner && URL.canParse(inner)) {
    reasons.push({ step: 'amp-cache', detail: url.hostname });
    return new URL(inner);
  }
  const next = new URL(url);
  for (const step of STEPS) step(next, (name, detail) => reasons.push({ step: name, detail }));
  return new URL(next.href);
}

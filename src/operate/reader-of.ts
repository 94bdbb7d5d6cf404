import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Identity } from './access/access.ts';
import { type Reader, readerOf, THEMES, type Theme } from './page/page-reader.ts';
import { LANGUAGES, type Language } from './page/words/console-words.ts';
import type { Redact } from './redaction.ts';

/** A choice is kept for a year. */
const KEPT_S = 365 * 86_400;

const COOKIES = { lang: 'marsad_lang', theme: 'marsad_theme' } as const;

/** Who reads, in the language and the look that the address, a cookie or the browser asks for. */
export function readRequest(
  c: Context,
  identity: Identity,
  { redact, isHttps }: { readonly redact: Redact; readonly isHttps: boolean },
): Reader {
  const url = new URL(c.req.url);
  const query = new URLSearchParams(url.searchParams);
  const chosen = choices(c, query);
  for (const name of ['lang', 'theme'] as const) {
    if (query.has(name)) {
      const about = { path: '/', maxAge: KEPT_S, sameSite: 'Lax', httpOnly: true } as const;
      setCookie(c, COOKIES[name], chosen[name], { ...about, secure: isHttps });
    }
    query.delete(name);
  }
  return readerOf({
    language: chosen.lang,
    theme: chosen.theme,
    name: identity.name,
    role: identity.role,
    token: identity.token,
    path: url.pathname,
    query,
    redact,
    now: new Date(),
  });
}

function choices(c: Context, query: URLSearchParams): { lang: Language; theme: Theme } {
  const asked = (name: 'lang' | 'theme'): readonly (string | undefined)[] => [
    query.get(name) ?? undefined,
    getCookie(c, COOKIES[name]),
  ];
  return {
    lang: languageOf([...asked('lang'), ...accepted(c.req.header('accept-language') ?? '')]),
    theme:
      THEMES.find((one) => asked('theme').find((text) => text !== undefined) === one) ?? 'auto',
  };
}

/** The first of the wishes that is a language of the console; Arabic where none is. */
export function languageOf(wishes: readonly (string | undefined)[]): Language {
  return wishes.flatMap((wish) => LANGUAGES.find((one) => one === wish) ?? [])[0] ?? 'ar';
}

/** The primary subtags of an Accept-Language field, the most wanted first (RFC 9110, 12.5.4). */
export function accepted(field: string): string[] {
  return field
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = Number(/^\s*q=([\d.]+)/iu.exec(rest.join(';'))?.[1] ?? 1);
      return { tag: tag.toLowerCase().split('-')[0] ?? '', quality };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

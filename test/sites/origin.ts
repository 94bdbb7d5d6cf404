import type { SiteAnswer } from './site.ts';

/** Where each site is served: its id to `http://127.0.0.1:PORT`. */
export type Origins = ReadonlyMap<string, string>;

/**
 * A text with the real origins in place of `https://<id>.test`, also where it stands with JSON's
 * `\/` or percent-encoded, as in the share links of real pages. A site that is not served keeps
 * its written address.
 */
export function placeOrigins(text: string, origins: Origins): string {
  return text.replace(
    /https(:\/\/|:\\\/\\\/|%3A%2F%2F)([a-z0-9-]{1,60})\.test/giu,
    (written: string, slashes: string, id: string) => {
      const origin = origins.get(id);
      if (!origin) return written;
      if (slashes === '://') return origin;
      return slashes.startsWith('%') ? encodeURIComponent(origin) : origin.replaceAll('/', '\\/');
    },
  );
}

/** An answer with the real origins in its body and its headers. */
export function placeAnswer(answer: SiteAnswer, origins: Origins): SiteAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    headers[name.toLowerCase()] = placeOrigins(value, origins);
  }
  const body = typeof answer.body === 'string' ? placeOrigins(answer.body, origins) : answer.body;
  return { status: answer.status ?? 200, headers, body };
}

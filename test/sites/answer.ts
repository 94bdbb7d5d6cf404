import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import iconv from 'iconv-lite';
import type { LoadedSite } from './catalogue.ts';
import { lastChange } from './clock.ts';
import type { SiteAnswer } from './site.ts';

/** Page of a path that a site does not have. */
export const NOT_FOUND: SiteAnswer = {
  status: 404,
  body: `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><title>الصفحة غير موجودة</title></head>
<body><h1>404</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة أو نقلت إلى عنوان آخر.</p>
<p><a href="/">العودة إلى الصفحة الرئيسية</a></p></body></html>`,
};

/** Sends an answer in the site's charset, as 304 (RFC 9110, 13.1) where the client has it. */
export function sendAnswer(
  exchange: { request: IncomingMessage; response: ServerResponse },
  answer: SiteAnswer,
  loaded: LoadedSite,
): void {
  const { request, response } = exchange;
  const charset = loaded.site.charset ?? 'utf-8';
  const body = typeof answer.body === 'string' ? iconv.encode(answer.body, charset) : answer.body;
  const type = findType(answer, charset);
  const headers: Record<string, string> = { 'content-type': type, ...answer.headers };
  if (isFeed(answer, type)) {
    headers.etag ??= `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
    headers['last-modified'] ??= new Date(lastChangeOf(loaded)).toUTCString();
  }
  const status = isUnchanged(request, headers) ? 304 : (answer.status ?? 200);
  if (status !== 304) headers['content-length'] = String(body.length);
  response.writeHead(status, headers);
  response.end(status === 304 || request.method === 'HEAD' ? undefined : body);
}

/** Media types by how a text begins; the rest is HTML. */
const TYPE_BY_START: [RegExp, string][] = [
  [/^(?:<\?xml[^>]*\?>)?\s*<rss/u, 'application/rss+xml'],
  [/^(?:<\?xml[^>]*\?>)?\s*<feed/u, 'application/atom+xml'],
  [/^<\?xml/u, 'application/xml'],
  [/^[{[]/u, 'application/json'],
  [/^(?:User-agent|#)/iu, 'text/plain'],
];

/** The media type and charset that an answer's text is sent with. */
export function findType(answer: SiteAnswer, charset: string): string {
  const { body } = answer;
  if (typeof body !== 'string') return 'application/octet-stream';
  const known = TYPE_BY_START.find(([start]) => start.test(body.slice(0, 500)));
  return `${known?.[1] ?? 'text/html'}; charset=${charset}`;
}

function isFeed(answer: SiteAnswer, type: string): boolean {
  const given = answer.headers?.['content-type'] ?? type;
  return (answer.status ?? 200) === 200 && /xml|feed\+json/u.test(given) && !/html/u.test(given);
}

function lastChangeOf({ articles }: LoadedSite): number {
  return Math.max(...articles.map((article) => Date.parse(lastChange(article))));
}

function isUnchanged(request: IncomingMessage, headers: Record<string, string>): boolean {
  const { 'if-none-match': match, 'if-modified-since': since } = request.headers;
  if (match) return headers.etag !== undefined && match.includes(headers.etag);
  const modified = headers['last-modified'];
  return Boolean(since && modified && Date.parse(since) >= Date.parse(modified));
}

import type { FetchMethod, Page } from '../../record/fetched-page.ts';
import { decodeBytes } from './charset.ts';
import type { Answer } from './client.ts';

/** The page of an answer. A 304 has no body, so its text is empty. */
export function pageOf(answer: Answer, via: FetchMethod = 'http'): Page {
  const decoded = decodeBytes(answer.body, { contentType: answer.headers['content-type'] });
  return {
    url: answer.url,
    requestedUrl: answer.requestedUrl,
    redirects: answer.redirects,
    status: answer.status,
    headers: answer.headers,
    ...decoded,
    bytes: answer.packed.length,
    ms: answer.ms,
    at: new Date(answer.at).toISOString(),
    via,
  };
}

import {
  ForbiddenError,
  GoneError,
  type MarsadError,
  ProxyError,
  RateLimitedError,
  RefusedError,
  ServerError,
  TimeoutError,
} from '../../errors.ts';
import { type RetryMoment, retryAt } from './retry-after.ts';

/** What of an answer decides its class. */
export interface AnswerHead {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** There is no way around a refusal: what helps is asking the newsroom. */
const REFUSED_HINT =
  'The site refuses us: ask it to let the user agent in (marsad inspect robots shows what its rules say), or leave it out.';

/** The error that a status code of 400 and more means (RFC 9110, 15), or undefined below it. */
export function findStatusError(head: AnswerHead, moment: RetryMoment): MarsadError | undefined {
  const { status, url } = head;
  if (status < 400) return undefined;
  const message = `Status ${status} from ${url}`;
  const detail = { context: { url, status } };
  switch (status) {
    case 401:
    case 403:
    case 451:
      return new ForbiddenError(message, { ...detail, hint: REFUSED_HINT });
    case 407:
      // Only a proxy answers so (RFC 9110, 15.5.8): the site was not asked.
      return new ProxyError(`The proxy asked for another login on the way to ${url}`, {
        ...detail,
        hint: 'Look at the login of fetch.proxy.',
      });
    case 404:
    case 410:
      return new GoneError(message, detail);
    case 408:
      return new TimeoutError(message, detail);
    case 429:
    case 503:
      return new RateLimitedError(message, retryAt(head.headers['retry-after'], moment), detail);
    default:
      return status >= 500 ? new ServerError(message, detail) : new RefusedError(message, detail);
  }
}

import { ForbiddenError, RedirectError } from '../../errors.ts';
import { shown } from './url-guard.ts';

/** The statuses that lead elsewhere with the same method for GET (RFC 9110, 15.4). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The permanent ones. */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** A hop of a redirect chain: where it led. */
export interface Hop {
  readonly url: string;
  readonly permanent: boolean;
}

export const isRedirect = (status: number): boolean => REDIRECTS.has(status);
export const isPermanent = (status: number): boolean => PERMANENT.has(status);

/** Paths of login forms as the common systems name them; never of an article. */
const LOGIN = /\/(?:wp-login\.php|log-?in|sign-?in|sso|auth(?:orize)?|account\/login)(?:[./?]|$)/iu;

/**
 * Whether the chain may go on to `next`.
 * @throws RedirectError over the limit or a loop; ForbiddenError where it leads to a login form
 */
export function checkHop(next: URL, chain: readonly string[], most: number): void {
  const context = { url: chain[0] ?? '', location: shown(next) };
  if (chain.length > most) {
    throw new RedirectError(`More than ${most} redirects from ${context.url}`, { context });
  }
  if (chain.includes(next.href)) {
    throw new RedirectError(`Redirects from ${context.url} go round at ${shown(next)}`, {
      context,
      hint: 'Sites do so to clients without cookies; none are kept.',
    });
  }
  if (LOGIN.test(next.pathname) && !LOGIN.test(new URL(chain[0] ?? next).pathname)) {
    throw new ForbiddenError(`${context.url} leads to a login form: ${shown(next)}`, { context });
  }
}

import { RedirectError } from '../../errors.ts';
import { findStatusError } from './answer-status.ts';
import { discard, readBody } from './bounded-body.ts';
import { type ClientParts, joinFields } from './client.ts';
import { failureOf } from './failure.ts';
import { isRedirect } from './redirect.ts';
import { guardUrl } from './url-guard.ts';

/** A form that is sent. */
export interface FormPost {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
  /** The proxy setting of the source that it is about. */
  readonly proxy?: string | undefined;
}

/** Sends a form; resolves where the answer is a 2xx. */
export type PostForm = (post: FormPost) => Promise<void>;

/** What of an answer is read, to free its socket: it is not used. */
const ANSWER_BYTES = 64 * 1024;

/** Redirects of a form: each sends it once more. */
const MOST_HOPS = 3;

/** The only redirects that keep method and body (RFC 9110, 15.4.8 and 15.4.9; WebSub, 5.1). */
const REPEATS: ReadonlySet<number> = new Set([307, 308]);

/**
 * Posts forms with the guards of every request: addresses, ports and times. A redirect of 307 or
 * 308 is followed, never from https to http, since a form may hold a secret.
 * @throws the classes of `RefusedError`, `ThrottledError`, `UnreachableError`, `UnreadableError`
 */
export function formPoster(parts: ClientParts): PostForm {
  return async (post) => {
    const signal = AbortSignal.timeout(parts.limits.totalMs);
    try {
      await follow(post, parts, signal);
    } catch (error) {
      throw failureOf(signal.aborted ? signal.reason : error, post.url.slice(0, 300));
    }
  };
}

async function follow(post: FormPost, parts: ClientParts, signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams(post.form).toString();
  let url = guardUrl(post.url, parts.policy);
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const answer = await parts.pools.through(post.proxy).dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: fieldsOf(parts),
      body,
      signal,
    });
    const headers = joinFields(answer.headers);
    if (!isRedirect(answer.statusCode)) {
      await readBody(answer.body, { bytes: ANSWER_BYTES, over: 'cut', url: url.href });
      const error = findStatusError(
        { url: url.href, status: answer.statusCode, headers },
        moment(),
      );
      if (error) throw error;
      return;
    }
    discard(answer.body);
    url = nextUrl({ from: url, status: answer.statusCode, to: headers.location }, parts);
  }
  throw new RedirectError(`More than ${MOST_HOPS} redirects of a form to ${post.url}`, {
    context: { url: post.url },
  });
}

const moment = () => ({ now: Date.now(), random: Math.random() });

function fieldsOf({ identity }: ClientParts): Record<string, string> {
  return {
    'user-agent': identity.userAgent,
    ...(identity.from ? { from: identity.from } : {}),
    'content-type': 'application/x-www-form-urlencoded',
    accept: '*/*',
  };
}

interface FormHop {
  readonly from: URL;
  readonly status: number;
  readonly to: string | undefined;
}

function nextUrl({ from, status, to }: FormHop, { policy }: ClientParts): URL {
  const context = { url: from.href, status };
  if (!REPEATS.has(status) || to === undefined) {
    throw new RedirectError(`${from.href} answers a form with ${status}, only 307 and 308 hold`, {
      context,
    });
  }
  const next = guardUrl(to, policy, from);
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new RedirectError(`${from.href} leads a form from https to http`, { context });
  }
  return next;
}

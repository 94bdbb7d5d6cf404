import { Webhook } from 'standardwebhooks';
import type { Article } from './article.ts';
import { articleOf, MarsadClientError } from './record.ts';

/** A post as it came. */
export interface VerifyOptions {
  /** The body to the byte, not parsed. */
  readonly body: string;
  /** `webhook-id`, `webhook-timestamp` and `webhook-signature`, by names in any case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Secrets that are good now: two while one is exchanged for another. */
  readonly secrets: readonly string[];
}

/** What a post tells. */
export interface WebhookEvent {
  /** The same however often it is posted. */
  readonly id: string;
  /** `article.published`, `article.updated`, …; `articles` for several. */
  readonly type: string;
  readonly articles: readonly Article[];
}

/**
 * Checks the signature of a post (Standard Webhooks) and gives what it tells.
 * @throws MarsadClientError where it is unsigned, signed by another secret, older than five minutes,
 * or no event of records
 */
export function verifyWebhook({ body, headers, secrets }: VerifyOptions): WebhookEvent {
  const lower = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  const sent: Record<string, string> = Object.fromEntries(lower);
  checkAge(sent['webhook-timestamp']);
  const isSigned = secrets.some((secret) => isBy(secret, body, sent));
  if (!isSigned) throw new MarsadClientError('The webhook is not signed by a secret of ours');
  const event: unknown = JSON.parse(body);
  if (typeof event !== 'object' || event === null || !('data' in event) || !('type' in event)) {
    throw new MarsadClientError('The webhook tells no records');
  }
  const articles = [event.data].flat().map(articleOf);
  return { id: sent['webhook-id'] ?? '', type: String(event.type), articles };
}

/** As Standard Webhooks has it: older posts may be sent again by who saw them. */
const OLDEST_S = 300;

/** @throws MarsadClientError: another clock is not another secret */
function checkAge(timestamp: string | undefined): void {
  const seconds = Date.now() / 1000 - Number(timestamp);
  if (Number.isNaN(seconds) || Math.abs(seconds) <= OLDEST_S) return;
  throw new MarsadClientError(
    `The webhook was signed ${Math.round(seconds)} s ago, at most ${OLDEST_S} s are taken: compare the clocks`,
  );
}

function isBy(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

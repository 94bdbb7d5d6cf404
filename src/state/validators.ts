import type { Redis } from 'ioredis';
import type { Validators } from '../line/fetch/request.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';
import { urlDigest } from './seen.ts';

/** An answer, as validators are learnt from it. */
export interface ValidatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What is known of a document that is asked for again. */
export interface KnownDocument {
  /** What to ask by; absent where the whole document is wanted. */
  readonly validators?: Validators;
  /** Digests of the last body, and of the rules it was read by; absent where it is to be read anew. */
  readonly body?: string;
  readonly readBy?: string;
}

/** The validators of documents that are asked for again and again: feeds, sitemaps, sections. */
export interface ValidatorBook {
  readonly get: (url: string) => Promise<KnownDocument>;
  /**
   * Learns from an answer: a 200 brings new ones, a 304 is counted. `readBy` names the rules by
   * which its body was read; without them the same body is read again, as that of an index of
   * sitemaps has to be, since what it names may have changed.
   */
  readonly note: (url: string, answer: ValidatedAnswer, readBy?: string) => Promise<void>;
}

/**
 * Whether an answer brings nothing new: the site says so (304), or the body is that of before and
 * was read by the same rules.
 */
export function isUnchanged(known: KnownDocument, answer: ValidatedAnswer, rules: string): boolean {
  if (answer.status === NOT_MODIFIED) return true;
  return known.readBy === urlDigest(rules) && known.body === urlDigest(answer.text);
}

/** RFC 9110, 15.4.5. */
const NOT_MODIFIED = 304;

/** After that many 304 in a row the whole document is asked for, to see whether they were true. */
const SAMPLE_EVERY = 20;

/** A validator of a day in the future says nothing about today. */
const FUTURE_MS = 86_400_000;

/** The validators of a route that was not asked for in a month are forgotten. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Validators in one hash a URL. Those of a site that answered 304 falsely are not sent any more. Those in doubt
 * are sent once more, in a form whose answer shows whether they are true: `validators-learn.lua`.
 */
export function redisValidators(redis: Redis, keys: Keys): ValidatorBook {
  const learn = loadScript('validators-learn');
  const keyOf = (url: string): string => keys.validators(urlDigest(url));
  return {
    async get(url) {
      const values = await redis.hmget(keyOf(url), ...FIELDS);
      const known = Object.fromEntries(FIELDS.map((field, at) => [field, values[at] ?? '']));
      const validators = validatorsToSend(known);
      return {
        ...(validators ? { validators } : {}),
        ...(known.body && known.readBy ? { body: known.body, readBy: known.readBy } : {}),
      };
    },
    async note(url, { status, headers, text }, readBy) {
      const etag = headers.etag ?? '';
      const modified = believed(headers['last-modified']);
      const body = status === NOT_MODIFIED ? '' : urlDigest(text);
      const bounds = [KEPT_MS, SAMPLE_EVERY];
      const args = [status, etag, modified, body, ...bounds, readBy ? urlDigest(readBy) : ''];
      await learn(redis, [keyOf(url)], args);
    },
  };
}

/** Fields of the hash that decide how a document is asked for. */
const FIELDS = [
  ...['etag', 'lastModified', 'unchanged', 'lies', 'full', 'staleEtag', 'staleModified'],
  ...['body', 'readBy'],
];

function validatorsToSend(known: Readonly<Record<string, string>>): Validators | undefined {
  const { lies, full, unchanged } = known;
  if (lies === '1' && Number(full) >= SAMPLE_EVERY) {
    return validatorOf(known.staleEtag, known.staleModified);
  }
  if (Number(lies) > 0 || Number(unchanged) >= SAMPLE_EVERY) return undefined;
  return validatorOf(known.etag, known.lastModified);
}

function validatorOf(
  etag: string | undefined,
  lastModified: string | undefined,
): Validators | undefined {
  if (!etag && !lastModified) return undefined;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function believed(lastModified: string | undefined): string {
  const at = Date.parse(lastModified ?? '');
  return Number.isNaN(at) || at > Date.now() + FUTURE_MS ? '' : (lastModified ?? '');
}

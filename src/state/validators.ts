import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';
import { urlDigest } from './seen.ts';

/** What a site gave to ask by whether a document changed (RFC 9110, 8.8). */
interface Validator {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** An answer, as validators are learnt from it. */
export interface ValidatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Validators of documents that are asked for again and again: feeds, sitemaps, sections. */
export interface Validators {
  /** What to ask by; undefined where the whole document is wanted. */
  readonly get: (url: string) => Promise<Validator | undefined>;
  /** Learns from an answer: a 200 brings new ones, a 304 is counted. */
  readonly note: (url: string, answer: ValidatedAnswer) => Promise<void>;
}

/** After that many 304 in a row the whole document is asked for, to see whether they were true. */
const SAMPLE_EVERY = 20;

/** A validator of a day in the future says nothing about today. */
const FUTURE_MS = 86_400_000;

/** A route that is not asked for a month begins anew. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Validators in one hash a URL. Those of a site that was found out are not sent; those in doubt only
 * once more, in a form that its answer proves or clears: `validators-learn.lua`.
 */
export function redisValidators(redis: Redis, keys: Keys): Validators {
  const learn = loadScript('validators-learn');
  const keyOf = (url: string): string => keys.validators(urlDigest(url));
  return {
    async get(url) {
      const [etag, lastModified, unchanged, lies, full, staleEtag, staleModified] =
        await redis.hmget(
          keyOf(url),
          ...['etag', 'lastModified', 'unchanged', 'lies', 'full', 'staleEtag', 'staleModified'],
        );
      if (lies === '1' && Number(full ?? 0) >= SAMPLE_EVERY) {
        return validatorOf(staleEtag, staleModified);
      }
      if (Number(lies ?? 0) > 0 || Number(unchanged ?? 0) >= SAMPLE_EVERY) return undefined;
      return validatorOf(etag, lastModified);
    },
    async note(url, { status, headers, text }) {
      const etag = headers.etag ?? '';
      const modified = believed(headers['last-modified']);
      const body = status === 304 ? '' : urlDigest(text);
      await learn(redis, [keyOf(url)], [status, etag, modified, body, KEPT_MS, SAMPLE_EVERY]);
    },
  };
}

function validatorOf(
  etag: string | null | undefined,
  lastModified: string | null | undefined,
): Validator | undefined {
  if (!etag && !lastModified) return undefined;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function believed(lastModified: string | undefined): string {
  const at = Date.parse(lastModified ?? '');
  return Number.isNaN(at) || at > Date.now() + FUTURE_MS ? '' : (lastModified ?? '');
}

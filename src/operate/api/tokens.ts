import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiOptions, ApiToken, Scope } from './ports.ts';
import { ApiProblem } from './problem.ts';

/** Wrong tokens of one address a minute: a script with an old token, and no guessing. */
const WRONG_MOST = 30;

const MINUTE_S = 60;

/** Longest `Authorization` field that is looked at, in characters. */
const FIELD_LENGTH = 500;

/** Lets a request pass, or throws the problem that it has. */
export type Admit = (c: Context, scope: Scope) => Promise<void>;

/** Checks token, scope and rate of a request (RFC 6750). @returns a function that throws ApiProblem */
export function admission({ tokens, requests }: ApiOptions): Admit {
  const known = Object.entries(tokens).map(([name, { sha256, scopes }]) => ({
    name,
    scopes,
    digest: Buffer.from(sha256, 'hex'),
  }));
  const wrong = new RateLimiterMemory({ points: WRONG_MOST, duration: MINUTE_S });
  const used = new RateLimiterMemory({ points: requests, duration: MINUTE_S });
  return async (c, scope) => {
    const token = findToken(c.req.header('authorization') ?? '', known);
    if (!token) {
      await spend(wrong, addressOf(c));
      throw new ApiProblem('invalid-token', 'Send a token: Authorization: Bearer …', {
        'WWW-Authenticate': 'Bearer realm="marsad"',
      });
    }
    const left = await spend(used, token.name);
    c.header('RateLimit-Limit', String(requests));
    c.header('RateLimit-Remaining', String(left));
    if (!token.scopes.includes(scope)) throw lacking(token, scope);
  };
}

interface KnownToken extends Pick<ApiToken, 'scopes'> {
  readonly name: string;
  readonly digest: Buffer;
}

function findToken(field: string, known: readonly KnownToken[]): KnownToken | undefined {
  const token = field.length > FIELD_LENGTH ? '' : (/^Bearer +(\S+)$/iu.exec(field)?.[1] ?? '');
  const digest = createHash('sha256').update(token).digest();
  // Each is compared in full: time tells nothing of where two differ.
  return known.filter((one) => timingSafeEqual(one.digest, digest))[0];
}

function lacking({ name, scopes }: KnownToken, scope: Scope): ApiProblem {
  return new ApiProblem(
    'insufficient-scope',
    `The token ${name} has the scopes ${scopes.join(', ')}; this needs ${scope}`,
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  );
}

/** @returns what is left of this minute @throws ApiProblem where nothing is */
async function spend(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).remainingPoints;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new ApiProblem('too-many-requests', `Come again in ${seconds} s`, {
      'Retry-After': String(seconds),
    });
  }
}

/** Behind a proxy all callers are one address: the proxy then counts them apart. */
const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? '';

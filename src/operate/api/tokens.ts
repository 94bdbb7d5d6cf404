import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { ApiOptions, ApiToken, RateLimit, Scope } from './ports.ts';
import { ApiProblem } from './problem.ts';

/** Longest `Authorization` field that is looked at, in characters. */
const FIELD_LENGTH = 500;

/** Lets a request pass, or throws the problem that it has. */
export type Admit = (c: Context, scope: Scope) => Promise<void>;

/** Checks token, scope and rate of a request (RFC 6750). @returns a function that throws ApiProblem */
export function admission({ tokens, requests, limits }: ApiOptions): Admit {
  const known = Object.entries(tokens).map(([name, { sha256, scopes }]) => ({
    name,
    scopes,
    digest: Buffer.from(sha256, 'hex'),
  }));
  return async (c, scope) => {
    const token = findToken(c.req.header('authorization') ?? '', known);
    if (!token) {
      await spend(limits.wrongTokens, addressOf(c));
      throw new ApiProblem('invalid-token', 'Send a token: Authorization: Bearer …', {
        'WWW-Authenticate': 'Bearer realm="marsad"',
      });
    }
    const left = await spend(limits.requests, token.name);
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
  // Each is compared in full, so that the time does not tell where two differ.
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
async function spend(limit: RateLimit, taker: string): Promise<number> {
  const taken = await limit.take(taker);
  if ('left' in taken) return taken.left;
  const seconds = Math.max(1, Math.ceil(taken.waitMs / 1000));
  throw new ApiProblem('too-many-requests', `Come again in ${seconds} s`, {
    'Retry-After': String(seconds),
  });
}

/** Behind a proxy all callers are one address: the proxy then counts them apart. */
const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? '';

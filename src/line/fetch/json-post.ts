import { BlockedAddressError } from '../../errors.ts';
import { allowListOf, portOf } from './allow-list.ts';
import { discard } from './bounded-body.ts';
import { joinFields } from './client.ts';
import { openConnectionPools } from './connection-pools.ts';
import { systemResolve } from './connector.ts';
import { failureOf } from './failure.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { guardUrl } from './url-guard.ts';

/** A body that is sent. */
export interface JsonPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | undefined;
}

/** What came back: redirects are not followed. */
export interface JsonPostAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends bodies to addresses that the operator names, with the guards of every request. */
export interface JsonPoster {
  /** @throws RefusedError where the address may not be asked, UnreachableError where none answers */
  readonly post: (post: JsonPost) => Promise<JsonPostAnswer>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a poster. Private addresses are refused after the name is resolved, unless `allowHosts`
 * names the host; any port may be named.
 */
export function openJsonPoster({
  allowHosts,
  timeoutMs,
  userAgent,
}: {
  allowHosts: readonly string[];
  timeoutMs: number;
  userAgent: string;
}): JsonPoster {
  const isAllowed = allowListOf(allowHosts);
  const limits = { ...DEFAULT_LIMITS, firstByteMs: timeoutMs, totalMs: timeoutMs };
  const pools = openConnectionPools(limits, {
    isAllowed,
    resolve: systemResolve,
    connectMs: timeoutMs,
  });
  return {
    post: async ({ url: text, headers, body, signal }) => {
      const url = checkedUrl(text, { isAllowed, urlLength: limits.urlLength });
      const limit = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await pools.through(undefined).dispatcher.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: { 'user-agent': userAgent, ...headers },
          body,
          signal: signal ? AbortSignal.any([limit, signal]) : limit,
        });
        discard(answer.body);
        return { status: answer.statusCode, headers: joinFields(answer.headers) };
      } catch (error) {
        throw failureOf(limit.aborted ? limit.reason : error, url.origin);
      }
    },
    close: pools.close,
  };
}

function checkedUrl(
  text: string,
  { isAllowed, urlLength }: { isAllowed: ReturnType<typeof allowListOf>; urlLength: number },
): URL {
  const port = URL.canParse(text) ? Number(portOf(new URL(text))) : 0;
  try {
    return guardUrl(text, { isAllowed, ports: [port], urlLength });
  } catch (error) {
    if (!(error instanceof BlockedAddressError)) throw error;
    throw new BlockedAddressError(error.message, {
      hint: 'If this host is yours and meant to get records, name it in allowHosts of the sink.',
      context: error.context,
    });
  }
}

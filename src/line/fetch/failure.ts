import {
  ConnectError,
  DnsError,
  MalformedError,
  MarsadError,
  StateError,
  TimeoutError,
  TlsError,
  TooLargeError,
  UnreachableError,
} from '../../errors.ts';

type FailureClass = new (message: string, detail: object) => MarsadError;

/** Codes of Node, OpenSSL and undici by what they mean for us; the first match wins. */
const CLASSES: readonly [RegExp, FailureClass][] = [
  // Asked while the process closes its connections: the job goes back whole.
  [/^UND_ERR_(?:CLOSED|DESTROYED)$/u, StateError],
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/u, DnsError],
  [/^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/u, TooLargeError],
  [/^(?:HPE_\w+|UND_ERR_(?:RES_)?CONTENT_LENGTH_MISMATCH)$/u, MalformedError],
  [/^(?:UND_ERR_\w*TIMEOUT|ETIMEDOUT|ABORT_ERR|TIMEOUT)$/u, TimeoutError],
  // Certificates: codes of OpenSSL's X509_verify_cert_error_string and of Node's own checks.
  [/CERT|SELF_SIGNED|UNABLE_TO_|SSL|TLS|EPROTO/u, TlsError],
  [/^(?:ECONN\w+|EPIPE|EHOST\w+|ENET\w+|UND_ERR_SOCKET|EADDR\w+)$/u, ConnectError],
];

/**
 * An error of a request, as one of our classes. An error of ours passes unchanged, also where undici
 * or Node wrapped it.
 */
export function failureOf(error: unknown, url: string): MarsadError {
  const chain = chainOf(error);
  const own = chain.find((one) => one instanceof MarsadError);
  if (own) return own;
  const code = chain.map(codeOf).find((one) => one !== undefined) ?? '';
  const Class = CLASSES.find(([pattern]) => pattern.test(code))?.[1] ?? UnreachableError;
  const reason = error instanceof Error ? error.message : String(error);
  return new Class(`${url} could not be read: ${code || reason}`, {
    context: { url, code },
    cause: error,
  });
}

/** The error, its causes and, where several addresses were tried, the errors of each. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && chain.length < 10) {
    const one = queue.shift();
    chain.push(one);
    if (one instanceof AggregateError) queue.push(...one.errors);
    if (one instanceof Error && one.cause !== undefined) queue.push(one.cause);
  }
  return chain;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('name' in error && error.name === 'TimeoutError') return 'TIMEOUT';
  // undici gives its parser's errors a name only.
  if ('name' in error && error.name === 'HTTPParserError') return 'HPE_INVALID';
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

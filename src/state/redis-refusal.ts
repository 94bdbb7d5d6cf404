import { ConfigError } from '../errors.ts';

/** Why a Redis cannot be used, in words, and what the operator does next. */
export interface Refusal {
  readonly reason: string;
  readonly hint: string;
}

/** Where there is no Redis at all. */
const NOTHING_THERE = 'Start Redis there, mend REDIS_URL, or unset it to use the private Redis.';

/** What is read in an error's code and message, and what it means; the first that fits. */
const REFUSALS: readonly (readonly [pattern: RegExp, reason: string, hint: string])[] = [
  [
    /WRONGPASS|invalid password|invalid username/iu,
    'the user or password is wrong',
    'Mend the login in REDIS_URL or redis.url.',
  ],
  [
    /NOAUTH/u,
    'it wants a password, and none was given',
    'Give it: redis://:PASSWORD@HOST:PORT or unix://:PASSWORD@/PATH, percent-encoded but for letters and digits.',
  ],
  [
    /DB index|SELECT is not allowed/iu,
    'it has no database of this number',
    'Mend the number at the end of the address, or raise `databases` in redis.conf.',
  ],
  [/NOPERM/u, 'this user may not do what is needed', 'Give it all commands on the keys {name}:*.'],
  [
    /CERTIFICATE_REQUIRED|certificate required|HANDSHAKE_FAILURE/iu,
    'it wants a certificate of ours',
    'Name one in redis.tls: cert and key.',
  ],
  [
    /CERT_|_CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/u,
    'its certificate is not trusted',
    'Name its certificate authority in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /All sentinels are unreachable/u,
    'no sentinel knows a primary',
    'Mend redis.sentinel.hosts, and the name of the group: the host of the URL.',
  ],
  [
    /ERR_SSL|SSL routines|wrong version number|packet length/iu,
    'it does not speak TLS',
    'Write redis:// instead of rediss://, or turn TLS on in Redis.',
  ],
  [/ECONNREFUSED|ENOENT/u, 'nothing listens there', NOTHING_THERE],
  [/ENOTFOUND|EAI_AGAIN/u, 'its host name does not resolve', 'Mend the host in REDIS_URL.'],
  [/MAXCLIENTS|max number of clients/iu, 'it has too many clients', 'Raise its maxclients.'],
  [
    /ECONNRESET|EPIPE|Connection is closed|socket hang up/u,
    'it closed the connection without an answer',
    'It may want TLS: write rediss:// instead of redis://.',
  ],
];

/** What an error of the first connection means. */
export function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = `${code} ${String(error)}`;
  const known = REFUSALS.find(([pattern]) => pattern.test(text));
  if (known === undefined) return { reason: String(error), hint: NOTHING_THERE };
  const [, reason, hint] = known;
  return { reason: code === '' ? reason : `${reason} (${code})`, hint };
}

/** Characters that end the login or begin another part of a URL (RFC 3986, 3.2): `/ ? # @`. */
const ENDS_AUTHORITY = /[/?#]/u;

/**
 * Checks the address of a Redis without ever repeating it: it may hold a password.
 * @param setting what the operator knows it by
 * @throws ConfigError
 */
export function checkRedisUrl(url: string, setting: string): void {
  const [, rest] = /^(?:redis|rediss):\/\/(.*)$/su.exec(url) ?? [];
  if (rest === undefined) {
    throw new ConfigError(`${setting} is no address of a Redis: it begins with another scheme`, {
      hint: 'Write redis://HOST:PORT, or rediss://HOST:PORT for TLS.',
    });
  }
  const end = rest.search(ENDS_AUTHORITY);
  const [authority, behind] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end)];
  const isRaw = behind.includes('@') || authority.split('@').length > 2;
  if (isRaw || !URL.canParse(url) || !isDecodable(url)) {
    throw new ConfigError(`${setting} cannot be read: its login holds / ? # @ or % as it is`, {
      hint: 'Percent-encode these in user and password: / %2F, ? %3F, # %23, @ %40, % %25.',
    });
  }
}

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

/** The address with its password masked, and without what may hold one besides. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'an address that cannot be read';
  const { protocol, username, password, host } = new URL(url);
  const login = password === '' ? username : `${username}:***`;
  return `${protocol}//${login === '' ? '' : `${login}@`}${host}`;
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { ConsoleRole } from '../page/page-reader.ts';
import { hashPassword, isPassword } from './password.ts';
import { openSessions, randomToken } from './sessions.ts';
import { openThrottle } from './throttle.ts';

/** A user of the console. */
export interface ConsoleUser {
  readonly name: string;
  readonly role: ConsoleRole;
  /** `$scrypt$…`, as `marsad console password` makes it. */
  readonly password: string;
}

/** A proxy in front that has logged its users in. */
export interface TrustedProxy {
  /** The header that names the user: `X-Forwarded-User`. */
  readonly header: string;
  /** Addresses or networks (CIDR) from which it is believed. */
  readonly from: readonly string[];
  /** Its users who may change things; the others read. */
  readonly operators: readonly string[];
}

/** Who may enter the console. */
export interface AccessOptions {
  readonly users: readonly ConsoleUser[];
  readonly proxy?: TrustedProxy | undefined;
  /** What those may do who have not logged in. */
  readonly anonymous: ConsoleRole | 'none';
  /** How long a login holds, ms. */
  readonly sessionMs: number;
  /** A password of its own for `/metrics`, as bearer token (RFC 6750). */
  readonly metricsToken?: string | undefined;
}

/** The person or program that sends a request. */
export interface Identity {
  /** Absent for those who have not logged in. */
  readonly name?: string | undefined;
  readonly role: ConsoleRole;
  /** What a form must carry. */
  readonly token: string;
}

/** How a login ended: an id of a session, or why not. */
export type LoginResult = { readonly session: string } | { readonly fault: LoginFault };
type LoginFault = 'wrong-login' | 'login-throttled';

/** Knows who may enter. */
export interface Access {
  readonly hasUsers: boolean;
  readonly bySession: (id: string | undefined) => Identity | undefined;
  /** The identity that a trusted proxy names; its header counts from its address alone. */
  readonly byProxy: (name: string | undefined) => Identity | undefined;
  readonly byPassword: (login: Login) => Promise<Identity | undefined>;
  readonly anonymous: () => Identity | undefined;
  readonly login: (login: Login) => Promise<LoginResult>;
  readonly logout: (id: string | undefined) => void;
  readonly isMetricsToken: (token: string | undefined) => boolean;
  /** What the form of the login carries. */
  readonly formToken: string;
}

/** A name and a password, and from which address. */
export interface Login {
  readonly name: string;
  readonly password: string;
  readonly from: string;
}

/** A person who mistypes has five tries; guesses from many addresses have twenty for one account. */
const WINDOW_MS = 15 * 60_000;
const LIMITS = {
  pair: { tries: 5, windowMs: WINDOW_MS },
  name: { tries: 20, windowMs: WINDOW_MS },
  address: { tries: 50, windowMs: WINDOW_MS },
} as const;

/** Hashes at a time: each takes 32 MB and a core for some tenths of a second. */
const HASHES_MOST = 4;

/** For so long a password that was right is not hashed again: feed readers send theirs with each request. */
const KNOWN_MS = 10 * 60_000;
const KNOWN_MOST = 200;

/** Opens the access of one console. */
export function openAccess(options: AccessOptions): Access {
  const { users, proxy, anonymous, sessionMs, metricsToken } = options;
  const sessions = openSessions(sessionMs);
  const formToken = randomToken();
  const check = passwordCheck(users);
  const userOf = (name: string) => users.find((user) => user.name === name);
  return {
    hasUsers: users.length > 0,
    formToken,
    bySession: (id) => {
      const session = id === undefined ? undefined : sessions.find(id);
      const user = session && userOf(session.name);
      return user && { name: user.name, role: user.role, token: session.token };
    },
    byProxy: (name) => {
      if (!proxy || !name || name.length > 200) return undefined;
      const role = proxy.operators.includes(name) ? 'operator' : 'viewer';
      return { name, role, token: formToken };
    },
    byPassword: async (login) => {
      const user = await check(login);
      return typeof user === 'string' ? undefined : { ...user, token: formToken };
    },
    anonymous: () => (anonymous === 'none' ? undefined : { role: anonymous, token: formToken }),
    login: async (login) => {
      const user = await check(login);
      return typeof user === 'string' ? { fault: user } : { session: sessions.open(user.name) };
    },
    logout: (id) => {
      if (id !== undefined) sessions.close(id);
    },
    isMetricsToken: (token) =>
      metricsToken !== undefined && token !== undefined && isSame(token, metricsToken),
  };
}

/** Whether two texts are the same, compared in constant time. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

type Check = (login: Login) => Promise<ConsoleUser | LoginFault>;

/** Checks passwords. Tries are throttled, and an unknown name takes as long as a known one. */
function passwordCheck(users: readonly ConsoleUser[]): Check {
  const throttle = openThrottle();
  const known = new Map<string, number>();
  const secret = randomToken();
  // Nobody's password: an unknown name is compared with it, so that it takes as long as a known one.
  const decoy = hashPassword(randomToken());
  let hashing = 0;
  return async ({ name, password, from }) => {
    const keys = [
      [`pair ${from} ${name}`, LIMITS.pair],
      [`name ${name}`, LIMITS.name],
      [`address ${from}`, LIMITS.address],
    ] as const;
    const user = users.find((one) => one.name === name);
    const digest = createHash('sha256').update(`${secret} ${name} ${password}`).digest('base64url');
    if (user && (known.get(digest) ?? 0) > Date.now()) return user;
    if (hashing >= HASHES_MOST || !keys.every(([key, limit]) => throttle.isFree(key, limit))) {
      return 'login-throttled';
    }
    hashing += 1;
    try {
      const isRight = await isPassword(password, user?.password ?? (await decoy));
      if (user && isRight) {
        throttle.forget(keys[0][0]);
        if (known.size >= KNOWN_MOST) known.clear();
        known.set(digest, Date.now() + KNOWN_MS);
        return user;
      }
    } finally {
      hashing -= 1;
    }
    for (const [key, limit] of keys) throttle.fail(key, limit);
    return 'wrong-login';
  };
}

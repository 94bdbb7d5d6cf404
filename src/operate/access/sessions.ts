import { createHash, randomBytes } from 'node:crypto';

/** Who is logged in. */
export interface Session {
  readonly name: string;
  /** What each form of the session carries. */
  readonly token: string;
}

/** The sessions of one console; they end with its process. */
export interface Sessions {
  /** @returns the id, which only the browser of the session holds */
  readonly open: (name: string) => string;
  readonly find: (id: string) => Session | undefined;
  readonly close: (id: string) => void;
}

/** Many times the browsers of a team; one more ends the oldest session. */
const SESSIONS_MOST = 1000;
const ID_BYTES = 32;

interface Kept extends Session {
  readonly until: number;
}

/** Keeps sessions for `lifeMs` each, by digests of their ids: the process holds no id that is of use. */
export function openSessions(lifeMs: number, now: () => number = Date.now): Sessions {
  const sessions = new Map<string, Kept>();
  const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
  return {
    open: (name) => {
      const id = randomToken();
      sessions.set(keyOf(id), { name, token: randomToken(), until: now() + lifeMs });
      const [oldest] = sessions.keys();
      if (sessions.size > SESSIONS_MOST && oldest !== undefined) sessions.delete(oldest);
      return id;
    },
    find: (id) => {
      const key = keyOf(id);
      const found = sessions.get(key);
      if (found && found.until > now()) return found;
      sessions.delete(key);
      return undefined;
    },
    close: (id) => void sessions.delete(keyOf(id)),
  };
}

/** A text that nobody can guess. */
export function randomToken(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

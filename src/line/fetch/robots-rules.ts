import {
  BlockedAddressError,
  RefusedError,
  ThrottledError,
  UnreachableError,
  UnreadableError,
} from '../../errors.ts';
import { parseRobots, type Robots } from './robots.ts';

/** What is kept of an origin's robots.txt. */
export interface RobotsEntry {
  /** The last text that came; empty where there is none. */
  readonly text: string;
  /** Unix ms of the last try. */
  readonly at: number;
  /** Unix ms since when it cannot be reached. */
  readonly failingSince?: number | undefined;
}

/** Where robots.txt files are kept. */
export interface RobotsStore {
  readonly get: (origin: string) => Promise<RobotsEntry | undefined>;
  readonly put: (origin: string, entry: RobotsEntry) => Promise<void>;
}

/** The rules of origins. */
export interface RobotsRules {
  /**
   * The rules of `origin`, asked for by `fetchText` where none are kept.
   * @throws what `fetchText` throws where the site cannot be reached; ThrottledError shortly after
   */
  readonly of: (origin: string, fetchText: () => Promise<string>) => Promise<Robots>;
}

/** RFC 9309, 2.4: a cached version should not be used for more than 24 hours. */
const FRESH_MS = 86_400_000;

/** How long an unreachable robots.txt means "disallow all"; then what it last said holds again. */
const DISALLOW_MS = 86_400_000;

/** An unreachable robots.txt is not asked for with every page of the site. */
const ASK_AGAIN_MS = 600_000;

/** Parsed rules kept in the process, and for how long they stand in for what Redis holds. */
const PARSED = { most: 500, ms: 60_000 } as const;

/** Rules through a store shared by all workers, `now` from the clock given. */
export function robotsRules(store: RobotsStore, now: () => number): RobotsRules {
  const parsed = new Map<string, { robots: Robots; until: number }>();
  return {
    async of(origin, fetchText) {
      const known = parsed.get(origin);
      if (known && known.until > now()) return known.robots;
      const robots = parseRobots(await textOf(origin, { store, fetchText, now: now() }));
      parsed.delete(origin);
      if (parsed.size >= PARSED.most) parsed.delete(parsed.keys().next().value ?? '');
      parsed.set(origin, { robots, until: now() + PARSED.ms });
      return robots;
    },
  };
}

interface Look {
  readonly store: RobotsStore;
  readonly fetchText: () => Promise<string>;
  readonly now: number;
}

async function textOf(origin: string, look: Look): Promise<string> {
  const { store, fetchText, now } = look;
  const entry = await store.get(origin);
  if (entry && isUsable(entry, now)) return entry.text;
  try {
    const text = await fetchText();
    await store.put(origin, { text, at: now });
    return text;
  } catch (error) {
    if (isAbsent(error)) {
      await store.put(origin, { text: '', at: now });
      return '';
    }
    if (!(error instanceof UnreachableError)) throw error;
    return noteFailure(origin, { entry, error }, look);
  }
}

/** @throws ThrottledError while the last failure is recent and pages must wait */
function isUsable(entry: RobotsEntry, now: number): boolean {
  if (entry.failingSince === undefined) return now - entry.at < FRESH_MS;
  if (now - entry.at >= ASK_AGAIN_MS) return false;
  if (now - entry.failingSince >= DISALLOW_MS) return true;
  throw new ThrottledError(
    'robots.txt cannot be reached: nothing is asked',
    entry.at + ASK_AGAIN_MS,
    {
      hint: 'The site is asked again by itself; look whether it is up.',
    },
  );
}

/** RFC 9309, 2.3.1.3: any 4xx, too many redirects or no text at all mean that there are no rules. */
function isAbsent(error: unknown): boolean {
  if (error instanceof BlockedAddressError) return false;
  return error instanceof RefusedError || error instanceof UnreadableError;
}

interface Failure {
  readonly entry: RobotsEntry | undefined;
  readonly error: UnreachableError;
}

/** RFC 9309, 2.3.1.4: unreachable means disallow all, for a day; then as it was. */
async function noteFailure(origin: string, failure: Failure, look: Look): Promise<string> {
  const { entry, error } = failure;
  const failingSince = entry?.failingSince ?? look.now;
  const text = entry?.text ?? '';
  await look.store.put(origin, { text, at: look.now, failingSince });
  if (look.now - failingSince < DISALLOW_MS) throw error;
  return text;
}

import {
  BlockedAddressError,
  type MarsadError,
  RedirectError,
  RefusedError,
  RulesUnknownError,
  ServerError,
  UnreachableError,
  UnreadableError,
} from '../../errors.ts';

/** What is kept of a file in which a site states rules: robots.txt, ai.txt, tdmrep.json. */
export interface RobotsEntry {
  /** The last text that could be read, empty where the site has none; absent where none ever was. */
  readonly text?: string | undefined;
  /** Unix ms of the last try. */
  readonly at: number;
  /** Unix ms since when it cannot be reached. */
  readonly failingSince?: number | undefined;
  /** Why it cannot be read, though the site answers. */
  readonly unreadable?: string | undefined;
}

/** Where such files are kept. */
export interface RobotsStore {
  readonly get: (key: string) => Promise<RobotsEntry | undefined>;
  readonly put: (key: string, entry: RobotsEntry) => Promise<void>;
}

/** How a site's file is read. */
export interface SiteTextRequest {
  readonly store: RobotsStore;
  readonly fetchText: () => Promise<string>;
  /** Unix ms. */
  readonly now: number;
  /** What a server that is down means: that nothing may be asked, or that the last text holds. */
  readonly whenDown: 'refuse' | 'keep';
}

/** RFC 9309, 2.4: a cached version should not be used for more than 24 hours. */
const FRESH_MS = 86_400_000;

/** How long an unreachable robots.txt means "disallow all"; then what it last said holds again. */
const DISALLOW_MS = 86_400_000;

/** A file that cannot be had is not asked for with every page of the site. */
const ASK_AGAIN_MS = 600_000;

/**
 * The text of a file in which a site states rules, from the store or else asked for; empty where the
 * site has none. A file that cannot be read is not one that is absent: what it last said holds.
 * @throws RulesUnknownError where it was never read and cannot be read or reached now; what
 * `fetchText` throws where the site cannot be reached
 */
export async function siteText(key: string, look: SiteTextRequest): Promise<string> {
  const { store, fetchText, now } = look;
  const entry = await store.get(key);
  const kept = entry && findUsable(key, entry, now);
  if (kept !== undefined) return kept;
  try {
    const text = await fetchText();
    await store.put(key, { text, at: now });
    return text;
  } catch (error) {
    if (isAbsent(error)) {
      await store.put(key, { text: '', at: now });
      return '';
    }
    if (error instanceof UnreadableError) return noteUnreadable(key, { entry, error }, look);
    if (!(error instanceof UnreachableError)) throw error;
    return noteUnreachable(key, { entry, error }, look);
  }
}

/**
 * The text that holds without asking; undefined where it is time to ask.
 * @throws RulesUnknownError while the last failure is recent and leaves no text to go by
 */
function findUsable(key: string, entry: RobotsEntry, now: number): string | undefined {
  const { text, at, failingSince, unreadable } = entry;
  const isFailing = failingSince !== undefined || unreadable !== undefined;
  if (now - at >= (isFailing ? ASK_AGAIN_MS : FRESH_MS)) return undefined;
  const isDown = failingSince !== undefined && now - failingSince < DISALLOW_MS;
  if (isDown) throw unknownRules(key, 'it cannot be reached', at);
  if (text === undefined && unreadable !== undefined) throw unknownRules(key, unreadable, at);
  return text ?? '';
}

/**
 * RFC 9309, 2.3.1.3: a status of 4xx and too many redirects mean that there are no rules. Bytes that
 * cannot be read mean no such thing.
 */
function isAbsent(error: unknown): boolean {
  if (error instanceof BlockedAddressError) return false;
  if (error instanceof RefusedError || error instanceof RedirectError) return true;
  const status = error instanceof UnreadableError ? Number(error.context.status ?? 0) : 0;
  return status >= 400 && status < 500;
}

interface Failure<E extends MarsadError> {
  readonly entry: RobotsEntry | undefined;
  readonly error: E;
}

async function noteUnreadable(
  key: string,
  { entry, error }: Failure<UnreadableError>,
  { store, now }: SiteTextRequest,
): Promise<string> {
  const unreadable = `${error.code}: ${error.message}`;
  await store.put(key, { text: entry?.text, at: now, unreadable });
  if (entry?.text !== undefined) return entry.text;
  throw unknownRules(key, unreadable, now);
}

/** RFC 9309, 2.3.1.4: unreachable means disallow all, for a day; then as it was. */
async function noteUnreachable(
  key: string,
  { entry, error }: Failure<UnreachableError>,
  { store, now, whenDown }: SiteTextRequest,
): Promise<string> {
  if (whenDown === 'keep') {
    if (!(error instanceof ServerError)) throw error;
    await store.put(key, { text: entry?.text ?? '', at: now });
    return entry?.text ?? '';
  }
  const failingSince = entry?.failingSince ?? now;
  await store.put(key, { ...entry, at: now, failingSince });
  if (now - failingSince < DISALLOW_MS) throw error;
  if (entry?.text === undefined && entry?.unreadable) {
    throw unknownRules(key, entry.unreadable, now);
  }
  return entry?.text ?? '';
}

function unknownRules(key: string, reason: string, at: number): RulesUnknownError {
  const file = URL.canParse(key) && new URL(key).pathname !== '/' ? key : `${key}/robots.txt`;
  return new RulesUnknownError(
    `What ${file} forbids is not known, so nothing is asked: ${reason}`,
    at + ASK_AGAIN_MS,
    {
      hint: 'Open the file in a browser; it is asked for again by itself after ten minutes.',
      context: { url: file },
    },
  );
}

import type { ArticleRecord } from '../record/article.ts';
import { cachedRead } from './cached-read.ts';
import type { ConsoleData, HealthReport } from './console-data.ts';
import { within } from './deadline.ts';
import type { LiveContent } from './page/live-page.ts';
import type { Redact } from './redaction.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** Records on the page at first: two or three screens. */
const RECORDS_SHOWN = 60;

/** What is shown is at most this old, which nobody notices; so a hundred readers cost one read. */
const FRESH_MS = 1000;

/** How long the state may take: an answer on the same network takes milliseconds. */
const STATE_MS = 3000;

/** The state as the console's paths show it: read at most once a second, never waited for long. */
export interface View {
  /** Never rejects. */
  readonly health: () => Promise<HealthReport>;
  /** Undefined where the state is away. */
  readonly snapshot: () => Promise<Snapshot | undefined>;
  /** @throws StateError where the state is away */
  readonly need: () => Promise<Snapshot>;
  /** The same, read now: after a change. @throws StateError */
  readonly anew: () => Promise<Snapshot>;
  /** Never rejects; without the state it holds a bad health and nothing else. */
  readonly content: () => Promise<LiveContent>;
}

/** Opens the view of `data`. */
export function openView(data: ConsoleData, redact: Redact): View {
  const anew = (): Promise<Snapshot> => within(STATE_MS, readSnapshot(data));
  const snapshot = cachedRead(anew, FRESH_MS);
  const recent = cachedRead(() => within(STATE_MS, data.recent(RECORDS_SHOWN)), FRESH_MS);
  const health = cachedRead(() => readHealth(data, redact), FRESH_MS);
  const maybe = (): Promise<Snapshot | undefined> => snapshot().catch(() => undefined);
  return {
    health,
    snapshot: maybe,
    need: snapshot,
    anew,
    content: () => contentOf({ snapshot, recent, health, redact }),
  };
}

interface Reads {
  readonly snapshot: () => Promise<Snapshot>;
  readonly recent: () => Promise<readonly ArticleRecord[]>;
  readonly health: () => Promise<HealthReport>;
  readonly redact: Redact;
}

async function contentOf({ snapshot, recent, health, redact }: Reads): Promise<LiveContent> {
  // Asked beside the rest, so that a state that is away costs one time limit and not two.
  const asked = health();
  try {
    const [state, records] = await Promise.all([snapshot(), recent()]);
    return { health: state.health, snapshot: state, records, redact };
  } catch (error) {
    const report = await asked;
    const away: HealthReport = report.ok ? awayBecause(error, redact) : report;
    return { health: away, snapshot: undefined, records: [], redact };
  }
}

/** The health with its details redacted: it goes to those who watch, not only to operators. */
async function readHealth(data: ConsoleData, redact: Redact): Promise<HealthReport> {
  try {
    const { ok, checks } = await within(STATE_MS, data.health());
    return { ok, checks: checks.map((check) => ({ ...check, ...redacted(check.detail, redact) })) };
  } catch (error) {
    return awayBecause(error, redact);
  }
}

function redacted(detail: string | undefined, redact: Redact): { detail?: string } {
  return detail === undefined ? {} : { detail: redact(detail) };
}

function awayBecause(error: unknown, redact: Redact): HealthReport {
  const detail = redact(error instanceof Error ? error.message : String(error));
  return { ok: false, checks: [{ name: 'state', ok: false, detail }] };
}

import { refusedServer, type ServerFacts } from '../../state/server-facts.ts';
import { type Finding, failure, good, warning } from './finding.ts';
import { sizeText, stateBytes } from './sizing.ts';

/** What a Redis is to hold. */
export interface ExpectedState {
  readonly sources: number;
  /** `retention.records`, in days. */
  readonly recordDays: number;
}

/** What is wrong with a Redis for the state that it is to hold, and what helps. */
export function judgeRedis(facts: ServerFacts, expected: ExpectedState): Finding[] {
  return [server(facts), persistence(facts), memory(facts, expected), clock(facts)];
}

function server(facts: ServerFacts): Finding {
  const refused = refusedServer(facts);
  if (refused) return failure('redis', refused.found, refused.remedy);
  const cluster = facts.isCluster ? ', one node of a cluster' : '';
  return good('redis', `Redis ${facts.version}, ${facts.eviction}${cluster}`);
}

function persistence(facts: ServerFacts): Finding {
  const { hasAppendOnlyFile, hasSnapshots, fsync, diskFault } = facts;
  if (diskFault !== undefined) {
    return failure(
      'redis-persistence',
      `Redis could not write to its disk: ${diskFault}`,
      'Make room on its disk, and see its log; until then it may refuse writes.',
    );
  }
  const remedy = 'Set appendonly yes and appendfsync everysec: Redis is the only state.';
  if (!hasAppendOnlyFile) {
    return hasSnapshots === false
      ? failure('redis-persistence', 'Nothing is kept on disk: a restart loses all', remedy)
      : warning('redis-persistence', 'Only snapshots are kept: a crash loses minutes', remedy);
  }
  if (fsync === 'no') {
    const found =
      'The append-only file is written when the system likes: a power cut loses seconds';
    return warning('redis-persistence', found, remedy);
  }
  return good('redis-persistence', `append-only file${fsync ? `, fsync ${fsync}` : ''}`);
}

/** Above the first share of its memory limit it is time to act; above the second it is too late. */
const WARN_SHARE = 0.75;
const FULL_SHARE = 0.95;

/** The state of a month: an operator with less memory than that would have to act within weeks. */
const MONTH_DAYS = 30;

function memory(
  { usedBytes, limitBytes }: ServerFacts,
  { sources, recordDays }: ExpectedState,
): Finding {
  const days = [...new Set([Math.min(MONTH_DAYS, recordDays), recordDays])];
  const [month = 0] = days.map((one) => stateBytes(sources, one));
  const sizes = days.map((one) => `${sizeText(stateBytes(sources, one))} after ${one} days`);
  const need = `${sources} sources hold about ${sizes.join(', ')}`;
  if (limitBytes === undefined) {
    return {
      check: 'redis-memory',
      level: 'unknown',
      found: `used ${sizeText(usedBytes)}; ${need}`,
    };
  }
  const found = `${sizeText(usedBytes)} of ${sizeText(limitBytes)} are used; ${need}`;
  const share = usedBytes / limitBytes;
  const remedy = 'Raise maxmemory, or the memory of its machine; docs/operator.md has the sizes.';
  if (share >= FULL_SHARE) return failure('redis-memory', found, remedy);
  if (share >= WARN_SHARE || month > limitBytes) return warning('redis-memory', found, remedy);
  return good('redis-memory', found);
}

/** Schedules and leases are kept in ms, and survive seconds; a date that is minutes off does not. */
const WARN_CLOCK_MS = 2000;
const FALSE_CLOCK_MS = 60_000;

function clock({ clockAheadMs }: ServerFacts): Finding {
  const way = clockAheadMs > 0 ? 'ahead of' : 'behind';
  const found = `The clock of Redis is ${Math.abs(clockAheadMs)} ms ${way} that of this machine`;
  const remedy = 'Have both clocks set by NTP (systemd-timesyncd, chrony).';
  if (Math.abs(clockAheadMs) >= FALSE_CLOCK_MS) return failure('clock', found, remedy);
  if (Math.abs(clockAheadMs) >= WARN_CLOCK_MS) return warning('clock', found, remedy);
  return good('clock', found);
}

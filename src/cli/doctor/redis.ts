import { refusedServer, type ServerFacts } from '../../state/server-facts.ts';
import { type Finding, failure, good, warning } from './finding.ts';
import { DAYS_KEPT, sizeText, stateBytes } from './sizing.ts';

/** What is wrong with a Redis for so many sources, and what helps. */
export function judgeRedis(facts: ServerFacts, sources: number): Finding[] {
  return [server(facts), persistence(facts), memory(facts, sources), clock(facts)];
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

/** Above these shares of its limit it is time to act, and too late. */
const WARN_SHARE = 0.75;
const FULL_SHARE = 0.95;

/** State of a month: who has less will be back within weeks. */
const MONTH_DAYS = 30;

function memory({ usedBytes, limitBytes }: ServerFacts, sources: number): Finding {
  const month = stateBytes(sources, MONTH_DAYS);
  const whole = stateBytes(sources, DAYS_KEPT);
  const need =
    `${sources} sources hold about ${sizeText(month)} after ${MONTH_DAYS} days, ` +
    `${sizeText(whole)} after ${DAYS_KEPT}`;
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

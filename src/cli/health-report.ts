import { StateError } from '../errors.ts';
import type { Queues } from '../jobs/queues.ts';
import { nextVisits } from '../jobs/scheduler.ts';
import type { HealthReport } from '../operate/console-data.ts';
import { judgeHealth } from '../operate/health.ts';
import { answeredWithin } from '../state/answer-wait.ts';
import { healthBook } from '../state/health.ts';
import { heartbeats } from '../state/heartbeats.ts';
import type { Installation } from './installation.ts';
import { sinkLags } from './sink-lags.ts';

/** Longest wait for Redis before it counts as away. */
const ANSWER_MS = 1000;

/** Reads what the health of the installation is judged by; never rejects. */
export async function healthReport(
  installation: Installation,
  queues: Queues,
): Promise<HealthReport> {
  const away = await redisAnswer(installation);
  if (away !== undefined)
    return { ok: false, checks: [{ name: 'redis', ok: false, detail: away }] };
  const { redis, keys, catalogue } = installation;
  const [beats, next, known] = await Promise.all([
    heartbeats(redis, keys).all(),
    nextVisits(queues.visits),
    healthBook(redis, keys).of([...catalogue.sources().keys()]),
  ]);
  const wasVisited = [...known.values()].some(({ lastVisit }) => lastVisit !== undefined);
  return judgeHealth({
    now: Date.now(),
    beats,
    hasRun: beats.length > 0 || next.size > 0 || wasVisited,
    sources: catalogue.sources().size,
    faults: catalogue.faults().length,
    nextVisits: [...next].filter(([id]) => catalogue.sources().get(id)?.enabled),
    sinks: await sinkFacts(installation),
    logRecords: catalogue.settings.log.records,
  });
}

/** What is wrong with Redis, in words; undefined where it answers and takes a write. */
async function redisAnswer({ redis, keys }: Installation): Promise<string | undefined> {
  const write = redis.set(keys.of('probe'), Date.now(), 'PX', 60_000);
  const told = (error: unknown): string =>
    error instanceof StateError ? 'does not answer' : String(error);
  const answer = await answeredWithin(write, ANSWER_MS).catch(told);
  return answer === 'OK' ? undefined : answer;
}

/** A place in the log that no setting names belongs to no sink, so it cannot fail. */
async function sinkFacts(installation: Installation) {
  const states = await sinkLags(installation);
  return states
    .filter(({ isNamed }) => isNamed)
    .map(({ name, waiting, pending, failingSince: since, error = '', failures = 1 }) => ({
      name,
      behind: (waiting ?? installation.catalogue.settings.log.records) + pending,
      fault:
        since === undefined
          ? undefined
          : { since, code: 'SINK', message: `${error} (${failures} tries)` },
    }));
}

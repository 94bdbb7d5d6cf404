import type { Queues } from '../jobs/queues.ts';
import { nextVisits } from '../jobs/scheduler.ts';
import type { HealthReport } from '../operate/console-data.ts';
import { judgeHealth } from '../operate/health.ts';
import { heartbeats } from '../state/heartbeats.ts';
import { logReader } from '../state/log-reader.ts';
import { sinkStates } from '../state/sink-states.ts';
import type { Installation } from './installation.ts';

/** Longest wait for Redis before it counts as away. */
const ANSWER_MS = 1000;

/** Reads what the health of the installation is judged by; never rejects. */
export async function healthReport(
  installation: Installation,
  queues: Queues,
): Promise<HealthReport> {
  const redis = await redisAnswer(installation);
  if (redis !== undefined)
    return { ok: false, checks: [{ name: 'redis', ok: false, detail: redis }] };
  const { keys, catalogue } = installation;
  const [beats, next, down] = await Promise.all([
    heartbeats(installation.redis, keys).all(),
    nextVisits(queues.visits),
    sinkStates(installation.redis, keys).all(),
  ]);
  return judgeHealth({
    now: Date.now(),
    beats,
    sources: catalogue.sources().size,
    faults: catalogue.faults().length,
    nextVisits: [...next].filter(([id]) => catalogue.sources().get(id)?.enabled),
    sinks: await sinkFacts(installation, down),
    logRecords: catalogue.settings.log.records,
  });
}

/** What is wrong with Redis, in words; undefined where it answers and takes a write. */
async function redisAnswer({ redis, keys }: Installation): Promise<string | undefined> {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve('does not answer'), ANSWER_MS).unref();
  });
  const write = redis.set(keys.of('probe'), Date.now(), 'PX', 60_000);
  const answer = await Promise.race([write, late]).catch(String);
  return answer === 'OK' ? undefined : answer;
}

async function sinkFacts(
  { redis, keys, catalogue }: Installation,
  down: Awaited<ReturnType<ReturnType<typeof sinkStates>['all']>>,
) {
  const reader = logReader(redis, keys);
  const names = catalogue.settings.sinks.flatMap((entry) => Object.keys(entry));
  return Promise.all(
    names.map(async (name) => {
      const lag = await reader.lag(name).catch(() => undefined);
      return { name, behind: (lag?.waiting ?? 0) + (lag?.pending ?? 0), fault: down.get(name) };
    }),
  );
}

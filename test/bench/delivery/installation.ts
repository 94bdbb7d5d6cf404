import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDelivery } from '../../../src/cli/deliver-role.ts';
import { openInstallation } from '../../../src/cli/installation.ts';
import { openRuntime } from '../../../src/cli/runtime.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { deliverers } from '../../../src/state/deliverers.ts';
import { logReader } from '../../../src/state/log-reader.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { startMarsad } from '../../marsad.ts';
import { startTestRedis } from '../../redis.ts';

/** An installation whose log is filled by the bench and delivered by one process. */
export interface BenchInstallation {
  /** Commits records. @returns how long it took, ms */
  readonly publish: (count: number) => Promise<number>;
  /** Delivers all that the log holds to every sink. @returns how long it took, ms */
  readonly deliverAll: () => Promise<number>;
  /**
   * The same by this process and another one, which share the sinks: `publish` fills the log while
   * both are ready. @returns how long it took, ms, with the time until they see that they may begin
   */
  readonly deliverByTwo: (publish: () => Promise<unknown>) => Promise<number>;
  /** Commits at a rate while they are delivered. @returns the time of each to a reader of the stream, ms */
  readonly latencies: (load: { rate: number; seconds: number }) => Promise<number[]>;
  readonly close: () => Promise<void>;
}

/** Commits in hand at a time: as workers have. */
const IN_HAND = 32;

/** A service runs for months: its first seconds, in which code is compiled, are not measured. */
const WARM_S = 3;

/** A text as news agencies write them: some 2 KB in UTF-8. */
const BODY =
  `${'افتتح وزير الأشغال اليوم الجسر الذي يصل شطري المدينة بعد عامين من العمل. '.repeat(5)}\n\n`.repeat(
    3,
  );

/** Sets it up; FOLDER in the settings is a folder of its own. */
export async function benchInstallation(sinks: string): Promise<BenchInstallation> {
  const redis = await startTestRedis();
  const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
  mkdirSync(join(folder, 'sources'));
  const lines = [`redis: { url: "unix:${redis.socket}" }`, 'log: { level: error }'];
  writeFileSync(
    join(folder, 'marsad.yaml'),
    [...lines, `sinks: ${sinks.replaceAll('FOLDER', folder)}`, ''].join('\n'),
  );
  const installation = await openInstallation(folder);
  const runtime = await openRuntime(installation, () => {});
  const log = articleLog(installation.redis, installation.keys, { logLength: 0 });
  const reader = logReader(installation.redis, installation.keys);
  const commit = async (n: number): Promise<void> => {
    const draft = draftOf({ id: `b${n}`, url: `http://news.test/${n}`, articleBody: BODY.trim() });
    await log.commit(draft, plainSketch({ fields: { headline: `h${n}`, articleBody: 'b' } }));
  };
  const isDone = async (): Promise<boolean> => {
    const lags = [...(await reader.lags()).values()];
    return lags.length > 0 && lags.every(({ waiting, pending }) => waiting === 0 && pending === 0);
  };
  return {
    publish: async (count) => {
      const start = performance.now();
      let next = 0;
      const worker = async (): Promise<void> => {
        while (next < count) await commit(next++);
      };
      await Promise.all(Array.from({ length: IN_HAND }, worker));
      return performance.now() - start;
    },
    deliverAll: async () => {
      const start = performance.now();
      const role = await startDelivery(installation, runtime);
      while (!(await isDone())) await pause(5);
      const ms = performance.now() - start;
      await role.stop();
      return ms;
    },
    deliverByTwo: async (publish) => {
      const { redis: client, keys } = installation;
      const sinks = Object.keys(installation.catalogue.settings.sinks);
      const leases = sinks.map((sink) => keys.of('sink-lease', sink));
      for (const lease of leases) await client.set(lease, 'the bench');
      const role = await startDelivery(installation, runtime);
      const { child, ended } = startMarsad(['run', '--roles', 'deliver', '--config', folder]);
      while ((await deliverers(client, keys).all()).size < 2) await pause(50);
      await publish();
      await client.del(...leases);
      const start = performance.now();
      while (!(await isDone())) await pause(5);
      const ms = performance.now() - start;
      child.kill('SIGTERM');
      await Promise.all([ended, role.stop()]);
      return ms;
    },
    latencies: async ({ rate, seconds }) => {
      const role = await startDelivery(installation, runtime);
      const key = installation.keys.of('stream', 'articles');
      const client = await installation.connect();
      const sent = new Map<string, number>();
      const times: number[] = [];
      const warm = rate * WARM_S;
      const total = warm + rate * seconds;
      const read = async (): Promise<void> => {
        for (let from = '0'; times.length < total - warm; ) {
          const reply = await client.xread('COUNT', 500, 'BLOCK', 1000, 'STREAMS', key, from);
          for (const [position, fields] of reply?.[0]?.[1] ?? []) {
            from = position;
            const id = /^b(\d+):/u.exec(fields[1] ?? '')?.[1] ?? '';
            if (Number(id) >= warm) times.push(performance.now() - (sent.get(id) ?? 0));
          }
        }
      };
      const commits: Promise<void>[] = [];
      const reading = read();
      const start = performance.now();
      for (let n = 0; n < total; n += 1) {
        const due = start + (n / rate) * 1000;
        if (due > performance.now()) await pause(due - performance.now());
        sent.set(String(n), performance.now());
        commits.push(commit(n));
      }
      await Promise.all(commits);
      await reading;
      await role.stop();
      return times;
    },
    close: async () => {
      await runtime.close();
      await installation.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

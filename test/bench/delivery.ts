/**
 * `npm run bench -- delivery [RECORDS]`: records a second from the log to each kind of sink, on one
 * process and on two that share the sinks, and how long a record is on its way from its commit to a reader of the stream.
 */

import { startTestPostgres } from '../postgres.ts';
import { startReceiver } from '../receiver.ts';
import { type BenchInstallation, benchInstallation } from './delivery/installation.ts';

/** Ten seconds of the rate that is wanted. */
const RECORDS = 50_000;

/** Records a second of the latency run, and for how long. */
const STEADY = { rate: 500, seconds: 10 } as const;

/** Measures and prints. */
export async function run([count]: readonly string[] = []): Promise<void> {
  const records = Number(count ?? RECORDS);
  const postgres = await startTestPostgres();
  const receiver = await startReceiver();
  process.env.BENCH_DATABASE = postgres.url;
  process.env.BENCH_SECRET = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
  const hook = `{ webhook: { url: "${receiver.url}", secrets: [env:BENCH_SECRET], batch: 20, allowHosts: ["${receiver.host}"] } }`;
  const sinks = {
    'queue, stream, file':
      '{ q: { queue: { most: 1000000 } }, s: { stream: {} }, f: { jsonLines: { path: FOLDER/out.jsonl } } }',
    postgres: '{ p: { postgres: { url: env:BENCH_DATABASE } } }',
    webhook: `{ w: ${hook} }`,
  };
  for (const [name, settings] of Object.entries(sinks)) {
    const installation = await benchInstallation(settings);
    const published = await installation.publish(records);
    const ms = await installation.deliverAll();
    say(
      `${name}: ${perSecond(records, ms)} records/s (committed at ${perSecond(records, published)}/s)`,
    );
    await installation.close();
  }
  const shared = await benchInstallation(sinks['queue, stream, file']);
  const ms = await shared.deliverByTwo(() => shared.publish(records));
  say(`queue, stream, file by two deliverers: ${perSecond(records, ms)} records/s`);
  await shared.close();
  const installation = await benchInstallation(sinks['queue, stream, file']);
  await latency(installation);
  await installation.close();
  await receiver.close();
  await postgres.stop();
}

const perSecond = (count: number, ms: number): number => Math.round((count / ms) * 1000);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function latency(installation: BenchInstallation): Promise<void> {
  const ms = (await installation.latencies(STEADY)).sort((a, b) => a - b);
  const at = (share: number): string => (ms[Math.floor(ms.length * share)] ?? 0).toFixed(1);
  say(`commit to a reader's hand at ${STEADY.rate}/s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

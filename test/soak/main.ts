/**
 * `npm run soak -- [--minutes N]`: a service with all of its roles on sites that go on publishing,
 * correcting and failing, for an hour or the minutes named. Prints what it held in the first and the
 * last third of the time, and ends with status 1 where that grows.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startReceiver } from '../receiver.ts';
import { growthOf, growthTable, type Sample } from './growth.ts';
import { openNewsrooms } from './newsroom.ts';
import { startSoaked } from './soaked-service.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
if (!(minutes >= 0.5)) {
  process.stderr.write('usage: npm run soak -- [--minutes N]   N is 0.5 at least\n');
  process.exit(2);
}

/** What happens how often, ms: 20 articles a minute, every fourth of them corrected. */
const EVERY = { article: 3000, correction: 12_000, look: 10_000 } as const;

/** Samples taken: enough for two thirds of which one odd one changes little. */
const SAMPLES = 40;

const newsrooms = await openNewsrooms();
const receiver = await startReceiver();
const service = await startSoaked(newsrooms, new URL(receiver.url));
let looking: Promise<void> | undefined;
const timers = [
  setInterval(newsrooms.publish, EVERY.article),
  setInterval(newsrooms.correct, EVERY.correction),
  // What a console does not answer shows in the samples' handles or ends the run below.
  setInterval(() => {
    looking = service.look().catch(complain);
  }, EVERY.look),
  // The receiver keeps what it got, which is no part of what is measured.
  setInterval(() => {
    for (const all of [receiver.posts, receiver.taken]) all.splice(0);
  }, EVERY.look),
];
let complaints = 0;
function complain(error: unknown): void {
  complaints += 1;
  const cause = error instanceof Error && error.cause ? ` (${String(error.cause)})` : '';
  process.stderr.write(`soak: the console did not answer: ${String(error)}${cause}\n`);
}

const startedAt = performance.now();
const minute = (): number => (performance.now() - startedAt) / 60_000;
const samples: Sample[] = [];
for (let at = 1; at <= SAMPLES; at += 1) {
  await pause(Math.max(0, ((minutes * at) / SAMPLES - minute()) * 60_000));
  samples.push({ minute: minute(), ...(await service.sample()) });
  if (process.stderr.isTTY) process.stderr.write(`\rsoak: ${at} of ${SAMPLES} samples`);
}
const share = service.cpuSeconds() / (minute() * 60);
const families = await service.families();
for (const timer of timers) clearInterval(timer);
await looking;
const status = await service.close();
newsrooms.close();
await receiver.close();

const growths = growthOf(samples);
const records = (samples.at(-1)?.records ?? 0) - (samples[0]?.records ?? 0);
console.log(
  `${minute().toFixed(0)} minutes, ${newsrooms.requests()} requests, ${records} records, ` +
    `${(share * 100).toFixed(1)} % of a core, ended with ${status}`,
);
console.table(growthTable(growths));
const named = Object.entries(families).toSorted(([, one], [, other]) => other - one);
console.log(`keys: ${named.map(([family, keys]) => `${family} ${keys}`).join(', ')}`);
const isGood =
  status === 0 && complaints === 0 && records > 0 && !growths.some(({ grows }) => grows);
process.exitCode = isGood ? 0 : 1;

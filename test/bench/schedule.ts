/**
 * 10,000 sources due at random over an hour on one machine, one of them flooding: how late visits
 * and pages of the others start, what Redis holds, and what a process costs that has nothing to do.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the service's process measured. */
interface Figures {
  readonly sources: number;
  readonly loadSeconds: number;
  readonly firstSyncSeconds: number;
  readonly idleCpuShare: number;
  readonly busyCpuShare: number;
  readonly visits: number;
  readonly visitDelaysMs: readonly number[];
  readonly pages: number;
  readonly floodWaiting: number;
  readonly redisBytes: number;
  readonly rssBytes: number;
}

const SERVER = fileURLToPath(new URL('./schedule/server.ts', import.meta.url));
const SERVICE = fileURLToPath(new URL('./schedule/service.ts', import.meta.url));

/** `npm run bench -- schedule [SECONDS] [SOURCES]` */
export async function run(args: readonly string[]): Promise<void> {
  const seconds = args[0] ?? '180';
  const sources = Number(args[1] ?? 10_000);
  const server = start(SERVER, []);
  const port = await message<number>(server);
  const folder = writeConfig(port, sources);
  const figures = await message<Figures>(start(SERVICE, [folder, seconds]));
  server.kill('SIGTERM');
  tell(figures, Number(seconds));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  rmSync(folder, { recursive: true, force: true });
}

function start(file: string, args: readonly string[]): ChildProcess {
  return fork(file, args, { execArgv: ['--import', 'tsx'] });
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T));
    child.once('exit', (code) => reject(new RangeError(`ended with ${code} before its figures`)));
  });
}

/** Loopback has 2^24 addresses: each source is a host of its own. */
function hostOf(index: number): string {
  return `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
}

function writeConfig(port: number, count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-schedule-'));
  mkdirSync(join(folder, 'sources'));
  const origins = Array.from({ length: count }, (_, i) => `http://${hostOf(i)}:${port}`);
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis:\n  folder: ${join(folder, 'redis')}\nlog:\n  level: silent\n`,
  );
  for (const [index, origin] of origins.entries()) {
    const feed = index === 0 ? 'flood' : 'feed';
    const every = index === 0 ? '2m' : '1h';
    writeFileSync(
      join(folder, 'sources', `s${index}.yaml`),
      `name: صحيفة ${index}\nhomepage: ${origin}/\ntimeZone: Asia/Baghdad\nvisit: { every: ${every} }\ndiscover:\n  - feed: ${origin}/${feed}.xml\n`,
    );
  }
  return folder;
}

function tell(figures: Figures, seconds: number): void {
  const { visitDelaysMs, redisBytes, rssBytes, ...rest } = figures;
  const sorted = [...visitDelaysMs].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(
    JSON.stringify(
      {
        ...rest,
        seconds,
        // The bound: what was due in that time, each source once an hour.
        visitsOverDue:
          Math.round((figures.visits / ((figures.sources * seconds) / 3600)) * 100) / 100,
        startDelayMs: { median: at(0.5), p99: at(0.99), worst: sorted.at(-1) },
        redisMegabytes: Math.round(redisBytes / 1e5) / 10,
        rssMegabytes: Math.round(rssBytes / 1e6),
      },
      null,
      2,
    ),
  );
}

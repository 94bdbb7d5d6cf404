/**
 * Pages a second through the whole line (fetch to log) with pauses off, against a bare Crawlee
 * CheerioCrawler on the same pages that reads only the title; then the memory of the worker.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Figures {
  readonly pages: number;
  readonly seconds: number;
  /** Of the process that fetches, all its threads: other work on the machine counts less in it. */
  readonly cpuSeconds: number;
  readonly rss: number;
  readonly rssSteps?: readonly number[];
  readonly stepMs?: Readonly<Record<string, number>>;
  readonly outcomes?: Readonly<Record<string, number>>;
}

const SERVER = new URL('./fetch/server.ts', import.meta.url);
const CHEERIO = new URL('./fetch/cheerio.ts', import.meta.url);
const PIPELINE = new URL('./fetch/pipeline.mjs', import.meta.url);

/** `npm run bench -- fetch [PAGES]` */
export async function run(args: readonly string[]): Promise<void> {
  const count = String(args[0] ?? 3000);
  execFileSync('npm', ['run', '-s', 'build', '--', '--noCheck'], { stdio: 'inherit' });
  const server = start(SERVER, []);
  const origin = `http://127.0.0.1:${await message<number>(server)}`;
  const folder = await writeConfig(origin);
  const bare = await message<Figures>(start(CHEERIO, [origin, count]));
  const whole = await message<Figures>(start(PIPELINE, [folder, origin, count]));
  server.kill('SIGTERM');
  tell(bare, whole);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await rm(folder, { recursive: true, force: true });
}

function start(file: URL, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(file);
  return fork(path, args, { execArgv: path.endsWith('.ts') ? ['--import', 'tsx'] : [] });
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T));
    child.once('exit', (code) => reject(new RangeError(`ended with ${code} before its figures`)));
  });
}

async function writeConfig(origin: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-bench-'));
  await mkdir(join(folder, 'sources'));
  const { host } = new URL(origin);
  await writeFile(
    join(folder, 'marsad.yaml'),
    `redis:\n  folder: ${join(folder, 'redis')}\ncrawl:\n  delay: 0s\n  allowHosts: ['${host}']\nlog:\n  level: silent\n`,
  );
  await writeFile(
    join(folder, 'sources', 'bench.yaml'),
    `name: صحيفة القياس\nhomepage: ${origin}/\ntimeZone: Asia/Baghdad\ndiscover:\n  - section: ${origin}/\n`,
  );
  return folder;
}

function tell(bare: Figures, whole: Figures): void {
  const rate = ({ pages, seconds }: Figures): number => Math.round(pages / seconds);
  const cpuMs = ({ pages, cpuSeconds }: Figures): number =>
    Math.round((cpuSeconds / pages) * 10_000) / 10;
  const steps = whole.rssSteps ?? [];
  const growth = (steps.at(-1) ?? 0) - (steps[Math.floor(steps.length / 2)] ?? 0);
  const figures = {
    pages: whole.pages,
    bareCheerioPagesPerSecond: rate(bare),
    pipelinePagesPerSecond: rate(whole),
    ratio: Math.round((rate(whole) / rate(bare)) * 100) / 100,
    bareCheerioCpuMsPerPage: cpuMs(bare),
    pipelineCpuMsPerPage: cpuMs(whole),
    rssMegabytes: Math.round(whole.rss / 1e6),
    // Over the second half of the run, when caches are full.
    rssBytesPerPage: Math.round(growth / (whole.pages / 2)),
    outcomes: whole.outcomes,
    // Of a page, as its line tells them; what waits for the processor counts in each.
    stepMs: Object.fromEntries(
      Object.entries(whole.stepMs ?? {}).map(([step, ms]) => [
        step,
        Math.round((ms / whole.pages) * 10) / 10,
      ]),
    ),
  };
  console.log(JSON.stringify(figures, null, 2));
}

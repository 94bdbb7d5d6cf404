import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArticleRecord } from '../src/record/article.ts';
import { type CommandEnd, callMarsadIn, withoutProgress } from './called.ts';
import { PROGRAM, ROOT } from './program.ts';
import { type ServedSites, serveSites } from './sites/server.ts';

export type { CommandEnd } from './called.ts';

/** A process of the program, running. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandEnd>;
}

/** Starts `marsad ARGS…` as a process of its own; the caller waits for or ends it. */
export function startMarsad(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): RunningCommand {
  const { REDIS_URL: _redis, ...env } = process.env;
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...env, NODE_NO_WARNINGS: '1', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.end(options.input ?? '');
  const text = (chunks: Buffer[]): string => Buffer.concat(chunks).toString('utf8');
  const ended = once(child, 'close').then(([status]) => ({
    status,
    stdout: text(out),
    stderr: withoutProgress(text(err)),
  }));
  return { child, ended };
}

/** An installation on served replica sites in a folder of its own. */
export interface Installation {
  readonly folder: string;
  readonly config: string;
  readonly served: ServedSites;
  /** What its JSON Lines sink has by now. */
  readonly records: () => ArticleRecord[];
  /** The same without the revisions that only say that a story turned out to be another's. */
  readonly published: () => ArticleRecord[];
  readonly run: (...args: string[]) => Promise<CommandEnd>;
  readonly start: (...args: string[]) => RunningCommand;
  readonly close: () => Promise<void>;
}

/** Sets up an installation: replica sites on loopback, a private Redis, a JSON Lines sink. */
export async function install(sites: string[], extra = ''): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-e2e-'));
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  const served = await serveSites({ sites });
  await served.writeSources(config);
  const hosts = [...served.origins.values()].map((origin) => new URL(origin).host);
  const out = join(folder, 'articles.jsonl');
  writeFileSync(
    join(config, 'marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      // A page by a browser that starts among other work has been seen to take 24 s.
      `crawl: { delay: 20ms, totalTime: 120s, allowHosts: ${JSON.stringify(hosts)} }`,
      'console: { port: 0 }',
      'log: { level: warn }',
      `sinks: { file: { jsonLines: { path: ${out} } }, queue: { queue: {} }, stream: { stream: {} } }`,
      extra,
    ].join('\n'),
  );
  const start = (...args: string[]): RunningCommand =>
    startMarsad([...args, '--config', config], { cwd: folder });
  return {
    folder,
    config,
    served,
    start,
    run: (...args) => callMarsadIn({ cwd: folder }, ...args, '--config', config),
    records: () => (existsSync(out) ? readRecords(out) : []),
    published: () =>
      (existsSync(out) ? readRecords(out) : []).filter(({ change }) => change !== 'merged'),
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readRecords(file: string): ArticleRecord[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
}

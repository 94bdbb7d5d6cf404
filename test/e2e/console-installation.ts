import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { type Service, startService } from '../../src/cli/service.ts';
import { StateError } from '../../src/errors.ts';
import { type Answer, ask } from '../unit/operate/console-server.ts';

/** The file of the one source, as its editor wrote it. */
export const FILE = [
  '# يُكتب بيد المحرر',
  'name: جريدة الضفة',
  'homepage: https://addiffa.test/',
  'timeZone: Asia/Beirut',
  'discover:',
  '  - feed: https://addiffa.test/feed/ # التغذية',
  '',
].join('\n');

/** A console over one source, on a Redis that can be ended and started again. */
export interface ConsoleInstallation {
  readonly installation: Installation;
  readonly service: Service;
  readonly base: string;
  /** The folder of source files, and the text of the one there. */
  readonly sources: string;
  readonly text: () => string;
  /** Writes the file as somebody does beside the console, and lets it be read. */
  readonly write: (text: string) => void;
  readonly get: (path: string) => Promise<Answer>;
  /** Sends a form as a page of the console would. */
  readonly send: (path: string, fields: Record<string, string>) => Promise<Answer>;
  /** What the forms on the source's page carry. */
  readonly form: () => Promise<{ token: string; version: string }>;
  readonly startRedis: () => Promise<void>;
  readonly endRedis: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whom anybody may be: the console is asked as an operator. */
const SETTINGS = {
  console: { port: 0, anonymous: 'operator' },
  crawl: { contact: 'https://example.org/crawler' },
  log: { level: 'silent' },
};

const english = { 'accept-language': 'en' };

const fieldOf = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(text)?.[1] ?? '';

/** Starts it. */
export async function openConsole(): Promise<ConsoleInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-console-'));
  const sources = join(folder, 'config/sources');
  const file = join(sources, 'addiffa.yaml');
  mkdirSync(sources, { recursive: true });
  writeFileSync(file, FILE);
  const settings = {
    ...SETTINGS,
    redis: { url: `unix:${join(folder, 'redis.sock')}` },
    sinks: { file: { jsonLines: { path: join(folder, 'out.jsonl') } } },
  };
  writeFileSync(join(folder, 'config/marsad.yaml'), JSON.stringify(settings));
  const redis = redisIn(folder);
  await redis.start();
  const installation = await openInstallation(join(folder, 'config'));
  const service = await startService(installation, { roles: ['console'] });
  const base = service.consoleUrl ?? '';
  const get = (path: string): Promise<Answer> => ask(base, path, { headers: english });
  return {
    ...{ installation, service, base, sources, get },
    text: () => readFileSync(file, 'utf8'),
    write: (text) => {
      writeFileSync(file, text);
      installation.catalogue.reload();
    },
    send: (path, fields) => sendForm(base, path, fields),
    form: async () => {
      const { text } = await get('/sources/addiffa');
      return { token: fieldOf(text, 'token'), version: fieldOf(text, 'version') };
    },
    startRedis: redis.start,
    endRedis: redis.end,
    close: async () => {
      await service.stop();
      await installation.close();
      await redis.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sendForm(base: string, path: string, fields: Record<string, string>): Promise<Answer> {
  return ask(base, path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      ...english,
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(base).origin,
    },
  });
}

/** A Redis that keeps its data in a folder. */
function redisIn(folder: string) {
  let redis: ChildProcess;
  const socket = join(folder, 'redis.sock');
  const words = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--appendonly', 'yes'];
  return {
    start: async (): Promise<void> => {
      redis = spawn('redis-server', [...words, '--save', '', '--maxmemory-policy', 'noeviction'], {
        stdio: 'ignore',
      });
      // It listens some time after its process began: later on a busy machine.
      while (!(await isListening(socket))) {
        if (redis.exitCode !== null) throw new StateError(`redis-server ended: ${redis.exitCode}`);
        await sleep(20);
      }
    },
    end: async (): Promise<void> => {
      const ended = once(redis, 'exit');
      redis.kill('SIGKILL');
      await ended;
    },
  };
}

const isListening = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });

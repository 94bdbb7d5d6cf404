/**
 * Slots of hosts over processes: 8 workers, 50 hosts on loopback, pages waiting for all of them.
 * What counts is what the hosts see: the pause between two requests, and how many slots are used.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { keysOf } from '../../src/state/keys.ts';
import { startTestRedis } from '../redis.ts';

const WORKERS = 8;
const HOSTS = 50;

/** A host and when it was asked, in ms, and when it had answered. */
interface Host {
  readonly origin: string;
  readonly asked: number[];
  readonly answered: number[];
  readonly server: Server;
}

/** `npm run bench -- slots [SECONDS] [PAUSE_MS]` */
export async function run(args: readonly string[]): Promise<void> {
  const seconds = Number(args[0] ?? 30);
  const pauseMs = Number(args[1] ?? 1000);
  const redis = await startTestRedis();
  const hosts = await Promise.all(Array.from({ length: HOSTS }, startHost));
  const { tag } = keysOf('bench');
  const queue = new Queue('pages', { connection: redis.client, prefix: tag });
  const pages = Math.ceil((seconds * 1000) / pauseMs) + 5;
  const jobs = Array.from({ length: pages }, (_, page) =>
    hosts.map(({ origin }) => ({ name: 'page', data: { url: `${origin}/${page}` } })),
  );
  const warm = await startHost();
  const start = { socket: redis.socket, pauseMs, warmUrl: warm.origin };
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker(start)));
  await queue.addBulk(jobs.flat());
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await Promise.all(workers.map(stopWorker));
  tell(hosts, pauseMs);
  await queue.close();
  for (const { server } of [...hosts, warm]) {
    server.closeAllConnections();
    server.close();
  }
  await redis.stop();
}

async function startHost(): Promise<Host> {
  const asked: number[] = [];
  const answered: number[] = [];
  const server = createServer((request, response) => {
    asked.push(performance.now());
    response.on('finish', () => answered.push(performance.now()));
    const isRobots = request.url === '/robots.txt';
    response.writeHead(isRobots ? 404 : 200, { 'content-type': 'text/html' }).end('<p>خبر</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, asked, answered, server };
}

interface Start {
  readonly socket: string;
  readonly pauseMs: number;
  readonly warmUrl: string;
}

async function startWorker({ socket, pauseMs, warmUrl }: Start): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./slots/worker.ts', import.meta.url));
  const args = [socket, String(pauseMs), warmUrl];
  const worker = fork(file, args, { execArgv: ['--import', 'tsx'] });
  await new Promise((resolve) => worker.once('message', resolve));
  return worker;
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGTERM');
  await ended;
}

function tell(hosts: readonly Host[], pauseMs: number): void {
  const gaps = hosts.flatMap(({ asked }) => asked.slice(1).map((at, i) => at - (asked[i] ?? 0)));
  // The first requests come while the workers start: what counts begins with the third.
  const used = hosts.map(({ asked }) => {
    const steady = asked.slice(2);
    const span = (steady.at(-1) ?? 0) - (steady[0] ?? 0);
    return ((steady.length - 1) * pauseMs) / span;
  });
  const requests = hosts.reduce((sum, { asked }) => sum + asked.length, 0);
  const figures = {
    workers: WORKERS,
    hosts: HOSTS,
    pauseMs,
    requests,
    // Above the number of cores the machine was busy with something else.
    load: loadavg()[0],
    shortestPauseMs: round(Math.min(...gaps)),
    brokenByMoreThan10Ms: gaps.filter((gap) => gap < pauseMs - 10).length,
    slotsUsed: round(used.reduce((sum, one) => sum + one, 0) / used.length),
    slotsUsedWorstHost: round(Math.min(...used)),
  };
  console.log(JSON.stringify(figures, null, 2));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

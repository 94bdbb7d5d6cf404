import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { articleLog } from '../../src/state/article-log.ts';
import { connectRedis, type RedisClient } from '../../src/state/connection.ts';
import { keysOf } from '../../src/state/keys.ts';
import { records } from '../../src/state/records.ts';
import { hostPortOf } from '../../src/state/redis-topology.ts';
import { draftOf, plainSketch } from '../article.ts';
import { freePort } from '../ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-topology-'));
const servers: ChildProcess[] = [];
const clients: Redis[] = [];
afterAll(() => {
  for (const client of clients) client.disconnect();
  for (const server of servers) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const keep = <T extends RedisClient>(client: T): T => {
  client.on('error', () => undefined);
  clients.push(client);
  return client;
};

async function serve(args: string[]): Promise<ChildProcess> {
  const own = mkdtempSync(join(folder, 'server-'));
  const server = spawn('redis-server', [...args, '--bind', '127.0.0.1', '--dir', own], {
    stdio: 'ignore',
  });
  servers.push(server);
  return server;
}

async function primary(port: number, ...more: string[]): Promise<ChildProcess> {
  const server = await serve(['--port', String(port), '--save', '', ...more]);
  await vi.waitUntil(
    () =>
      plain(port)
        .then((client) => client.ping())
        .catch(() => false),
    WAIT,
  );
  return server;
}

const plain = async (port: number): Promise<Redis> => {
  const client = new Redis({ port, lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
};

const WAIT = { timeout: 300_000, interval: 100 };

/** Writes and reads as jobs do: a script over several keys, and a record back. */
async function publish(redis: RedisClient, id: string): Promise<string | undefined> {
  const keys = keysOf('marsad');
  await articleLog(redis, keys).commit(
    draftOf({ id, url: `http://news.test/${id}` }),
    plainSketch(),
  );
  return (await records(redis, keys).get(id))?.id;
}

describe('TLS with a certificate of our own', () => {
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
  const signed = (name: string): void => {
    const request = ['-newkey', 'rsa:2048', '-nodes', '-keyout', file(`${name}.key`)];
    openssl('req', ...request, '-subj', `/CN=${name}`, '-out', file(`${name}.csr`));
    writeFileSync(file(`${name}.ext`), 'subjectAltName=IP:127.0.0.1\n');
    const by = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'];
    const out = ['-extfile', file(`${name}.ext`), '-out', file(`${name}.pem`)];
    openssl('x509', '-req', '-in', file(`${name}.csr`), ...by, ...out);
  };

  it('is let in with it, and told why without', async () => {
    const ca = ['-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=ca', '-days', '2'];
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...ca);
    signed('server');
    signed('client');
    const port = await freePort();
    const pair = ['--tls-cert-file', file('server.pem'), '--tls-key-file', file('server.key')];
    const trust = ['--tls-ca-cert-file', file('ca.pem'), '--tls-auth-clients', 'yes'];
    await serve(['--port', '0', '--tls-port', String(port), ...pair, ...trust, '--save', '']);
    const text = (name: string): string => readFileSync(file(name), 'utf8');
    const url = `rediss://127.0.0.1:${port}`;
    const own = { cert: text('client.pem'), key: text('client.key') };
    const connect = () => connectRedis({ url, topology: { tls: { ca: text('ca.pem'), ...own } } });
    const redis = await vi.waitFor(connect, WAIT);
    expect(await publish(keep(redis), 'tls')).toBe('tls');

    const bare = connectRedis({ url, topology: { tls: { ca: text('ca.pem') } } });
    await expect(bare).rejects.toMatchObject({
      code: 'STATE',
      message: expect.stringMatching(/wants a certificate of ours|closed the connection/u),
    });
  });
});

describe('sentinels', () => {
  it('lead to the primary, and after a failover to the new one', async () => {
    const [one, two, watcher] = [await freePort(), await freePort(), await freePort()];
    const first = await primary(one);
    await primary(two, '--replicaof', `127.0.0.1 ${one}`);
    const config = join(folder, 'sentinel.conf');
    // No failover but the one that the kill below makes: a busy machine stalls longer than 300 ms.
    const patient = 'down-after-milliseconds news 60000\nsentinel failover-timeout news 3000';
    writeFileSync(
      config,
      `port ${watcher}\nsentinel monitor news 127.0.0.1 ${one} 1\nsentinel ${patient}\n`,
    );
    await serve([config, '--sentinel']);
    const seen = await vi.waitFor(() => plain(watcher), WAIT);
    const slaves = async () =>
      ((await seen.call('SENTINEL', 'REPLICAS', 'news')) as unknown[]).length;
    await vi.waitFor(async () => expect(await slaves()).toBe(1), WAIT);
    const topology = { sentinel: { hosts: [hostPortOf(`127.0.0.1:${watcher}`)] } };
    const redis = keep(await connectRedis({ url: 'redis://news', topology }));
    expect(await publish(redis, 'before')).toBe('before');
    await vi.waitFor(async () => expect(await redis.wait(1, 1000)).toBe(1), WAIT);

    await seen.call('SENTINEL', 'SET', 'news', 'down-after-milliseconds', '300');
    first.kill('SIGKILL');
    expect(await publish(redis, 'after')).toBe('after');
    expect((await records(redis, keysOf('marsad')).get('before'))?.id).toBe('before');
    expect(await (await plain(two)).info('replication')).toContain('role:master');
  });
});

describe('a cluster of three', () => {
  it('keeps all state on the node of its hash tag, whichever is named', async () => {
    const ports = [await freePort(), await freePort(), await freePort()];
    // Nodes that are silent for less are not given up: a busy machine makes them so for seconds.
    const nodes = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '60000'];
    const buses = new Map<number, number>();
    for (const port of ports) {
      const bus = await freePort();
      buses.set(port, bus);
      await primary(port, ...nodes, '--cluster-port', String(bus));
    }
    const share = Math.ceil(16_384 / ports.length);
    for (const [at, port] of ports.entries()) {
      const node = await plain(port);
      const last = Math.min((at + 1) * share, 16_384) - 1;
      await node.call('CLUSTER', 'ADDSLOTSRANGE', at * share, last);
      await node.call('CLUSTER', 'SET-CONFIG-EPOCH', at + 1);
    }
    const [meeting] = ports;
    for (const port of ports.slice(1)) {
      const node = await plain(meeting ?? 0);
      await node.call('CLUSTER', 'MEET', '127.0.0.1', port, buses.get(port) ?? 0);
    }
    const isUp = async (port: number) =>
      expect(await (await plain(port)).call('CLUSTER', 'INFO')).toContain('cluster_state:ok');
    for (const port of ports) await vi.waitFor(() => isUp(port), WAIT);

    const hosts = ports.map((port) => hostPortOf(`127.0.0.1:${port}`));
    const topology = { cluster: { hosts, key: keysOf('marsad').of('probe') } };
    for (const port of ports) {
      const url = `redis://127.0.0.1:${port}`;
      const redis = keep(await connectRedis({ url, topology }));
      expect(await publish(redis, `from-${port}`)).toBe(`from-${port}`);
    }
    const sizes = await Promise.all(ports.map(async (port) => (await plain(port)).dbsize()));
    expect(sizes.filter((size) => size > 0)).toHaveLength(1);
  });
});

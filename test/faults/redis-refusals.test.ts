import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connectRedis, redisAddress } from '../../src/state/connection.ts';
import { checkRedisUrl, withoutPassword } from '../../src/state/redis-refusal.ts';
import { freePort } from '../ports.ts';

let folder: string;
let server: ChildProcess;
let plain: number;
let tls: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-refusals-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '2', '-nodes'];
  const make = ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert, ...subject];
  execFileSync('openssl', make, { stdio: 'ignore' });
  [plain, tls] = [await freePort(), await freePort()];
  const ports = ['--port', String(plain), '--tls-port', String(tls), '--bind', '127.0.0.1'];
  const files = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-auth-clients', 'no'];
  const socket = ['--unixsocket', join(folder, 'redis.sock')];
  const login = ['--requirepass', 'open-sesame', '--save', '', '--dir', folder, ...socket];
  const words = [...ports, ...files, '--tls-ca-cert-file', cert, ...login];
  server = spawn('redis-server', words, { stdio: 'ignore' });
  await vi.waitUntil(
    async () =>
      connectRedis({ url: `redis://:open-sesame@127.0.0.1:${plain}` }).then(
        (redis) => redis.disconnect() === undefined,
        () => false,
      ),
    { timeout: 300_000, interval: 200 },
  );
});
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it.each<[string, () => string, RegExp]>([
  ['a wrong password', () => `redis://:hunter22@127.0.0.1:${plain}`, /user or password is wrong/u],
  ['no password', () => `redis://127.0.0.1:${plain}`, /wants a password, and none was given/u],
  [
    'an untrusted certificate',
    () => `rediss://:open-sesame@127.0.0.1:${tls}`,
    /certificate is not trusted/u,
  ],
  ['TLS to a plain port', () => `rediss://:open-sesame@127.0.0.1:${plain}`, /does not speak TLS/u],
  [
    'plain text to a TLS port',
    () => `redis://:open-sesame@127.0.0.1:${tls}`,
    /closed the connection|wants? TLS/u,
  ],
  [
    'a database that is not there',
    () => `redis://:open-sesame@127.0.0.1:${plain}/9999`,
    /has no database of this number/u,
  ],
  [
    'a wrong password for a socket',
    () => `unix://:hunter22@${folder}/redis.sock`,
    /user or password is wrong/u,
  ],
  ['no password for a socket', () => `unix://${folder}/redis.sock`, /wants a password/u],
  ['a port where nothing listens', () => 'redis://:hunter22@127.0.0.1:1', /nothing listens there/u],
  [
    'a password in the query',
    () => 'redis://127.0.0.1:1/?password=hunter22',
    /nothing listens there/u,
  ],
])('%s is named, and no password shown', async (_name, url, reason) => {
  const error: unknown = await connectRedis(redisAddress(url())).catch(
    (refusal: unknown) => refusal,
  );
  expect(error).toMatchObject({ code: 'STATE', message: expect.stringMatching(reason) });
  expect(String(error)).not.toMatch(/hunter22|open-sesame/u);
});

it.each([
  ['a password', () => `unix://:open%2Dsesame@${folder}/redis.sock`, 0],
  [
    'a user, a password and a database',
    () => `unix://default:open-sesame@${folder}/redis.sock?db=3`,
    3,
  ],
])('a socket is opened with %s', async (_name, url, db) => {
  const redis = await connectRedis(redisAddress(url()));
  expect(await redis.client('INFO')).toContain(` db=${db} `);
  redis.disconnect();
});

it.each([
  'unix://:hun%ter22@/redis.sock',
  'unix:///redis.sock?password=hunter22',
  'unix://hunter22@/x',
])('%s is refused without being repeated', (text) => {
  expect(() => redisAddress(text)).toThrow(/socket cannot be read/u);
  expect(() => redisAddress(text)).not.toThrow(/ter22/u);
});

it.each([
  'localhost:6379?password=hunter22',
  'hunter22@localhost',
  'redis://:hun/ter22@localhost:6379',
  'redis://:hun#ter22@localhost:6379',
  'redis://:hun@ter22@localhost:6379',
  'redis://:hun?ter22@localhost:6379',
  'redis://:hun%ter22@localhost:6379',
  'http://:hunter22@localhost',
])('%s is refused with its remedy, and not repeated', (url) => {
  let refusal: unknown;
  try {
    checkRedisUrl(url, 'REDIS_URL');
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({
    code: 'CONFIG',
    hint: expect.stringMatching(/redis:\/\/|encode/u),
  });
  expect(String(refusal)).toMatch(/^\w+: REDIS_URL /u);
  expect(String(refusal)).not.toMatch(/ter22/u);
});

it.each([
  ['redis://127.0.0.1:6379/3', 'redis://127.0.0.1:6379'],
  ['rediss://user:p%40ss@host:6380', 'rediss://user:***@host:6380'],
  ['redis://host/?password=geheim', 'redis://host'],
])('%s is shown as %s', (url, shown) => {
  expect(() => checkRedisUrl(url, 'REDIS_URL')).not.toThrow();
  expect(withoutPassword(url)).toBe(shown);
});

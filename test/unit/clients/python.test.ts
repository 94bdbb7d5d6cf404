import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleSinkPorts } from '../../../src/jobs/sink-ports.ts';
import { streamSink } from '../../../src/line/deliver/sinks/stream.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { deliveryOf } from '../../deliveries.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const MODULE = fileURLToPath(new URL('../../../clients/python', import.meta.url));
/** The system's Python, which Debian's python3-redis belongs to. */
const PYTHON = '/usr/bin/python3';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
  const ports = articleSinkPorts(redis.client, keysOf());
  const sink = await streamSink.open({}, ports);
  await sink.deliver([deliveryOf(1), deliveryOf(2), deliveryOf(1, 2)]);
  await sink.close();
  await ports.close();
});
afterAll(() => redis.stop());

/** Runs a program of a new user of the module; each line that it prints is JSON. */
async function python(program: string): Promise<unknown[]> {
  const { stdout } = await promisify(execFile)(PYTHON, ['-c', program], {
    env: { ...process.env, PYTHONPATH: MODULE, REDIS_URL: `unix://${redis.socket}` },
  });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const consumer = (group: string, act: string): string =>
  [
    'import json, os',
    'from marsad import consume, Article, UnknownVersion',
    `for article, done in consume(os.environ["REDIS_URL"], group="${group}", block_ms=300, idle_ms=100, forever=False):`,
    `    ${act}`,
  ].join('\n');

describe('the module for Python', () => {
  it('gives every record once to a group, in order, as a dataclass', async () => {
    const act =
      'print(json.dumps([article.key, article.headline, article.date_first_seen.isoformat(), article.country])); done()';
    const { headline } = deliveryOf(1).record;
    const found = await python(consumer('one', act));
    expect(found[0]).toEqual(['a1:1', headline, '2026-11-01T08:00:00+00:00', 'JO']);
    expect(found.map((row) => Array.isArray(row) && row[0])).toEqual(['a1:1', 'a2:1', 'a1:2']);
    expect(await python(consumer('one', act))).toEqual([]);
  });

  it('gives what was not acknowledged again, to whoever comes', async () => {
    const hold = 'print(json.dumps(article.key)); break';
    expect(await python(consumer('two', hold))).toEqual(['a1:1']);
    const found = await python(consumer('two', 'print(json.dumps(article.key)); done()'));
    expect([...found].sort()).toEqual(['a1:1', 'a1:2', 'a2:1']);
  });

  it('waits for news longer than a socket may', async () => {
    const program = consumer('three', 'print(json.dumps(article.key)); done()')
      .replace('"REDIS_URL"]', '"REDIS_URL"] + "?socket_timeout=0.1"')
      .replace('block_ms=300', 'block_ms=1000');
    expect(await python(program)).toEqual(['a1:1', 'a2:1', 'a1:2']);
  });

  it('ends at once where there is no Redis', async () => {
    const program = [
      'import json, redis',
      'from marsad import consume',
      'try: next(consume("redis://127.0.0.1:1", group="one"))',
      'except redis.ConnectionError: print(json.dumps("nothing there"))',
    ].join('\n');
    expect(await python(program)).toEqual(['nothing there']);
  });

  it('refuses a version that it does not know', async () => {
    const program = [
      'import json',
      'from marsad import Article, UnknownVersion',
      'try: Article.of({"schemaVersion": 2})',
      'except UnknownVersion as error: print(json.dumps(str(error)))',
    ].join('\n');
    expect(await python(program)).toEqual(['schemaVersion 2, this reads 1']);
  });
});

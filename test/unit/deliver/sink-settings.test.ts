import { describe, expect, it } from 'vitest';
import { sinkKinds, sinkSettings } from '../../../src/line/deliver/index.ts';

/** The settings of one sink as the schema of its kind gives them. */
function read(kind: string, settings: object, options: object = {}): unknown {
  const parsed = sinkSettings[kind]?.parse({ [kind]: settings, ...options });
  return (parsed as Record<string, unknown>)[kind];
}

const HOOK = { url: 'https://receiver.example/', secrets: ['env:HOOK'] };

it('names and labels each kind once, in one line', () => {
  const names = sinkKinds.map(({ name }) => name);
  const labels = sinkKinds.map(({ label }) => label);
  expect(Object.keys(sinkSettings)).toEqual(names);
  expect(new Set(labels).size).toBe(names.length);
  expect(labels.filter((label) => !/^[A-Z][^\n]{10,100}$/u.test(label))).toEqual([]);
});

describe('what is not said', () => {
  it.each<[string, object, object]>([
    ['queue', {}, { queue: 'articles', most: 10_000, onFull: 'wait' }],
    ['stream', {}, { stream: 'articles', records: 700_000 }],
    ['jsonLines', {}, { path: '.marsad/articles.jsonl' }],
    [
      'files',
      {},
      {
        ...{ folder: '.marsad/files', format: 'jsonLines', rotate: 'hour' },
        ...{ size: 64_000_000, compress: 'gzip' },
      },
    ],
    ['webhook', HOOK, { ...HOOK, batch: 1, timeout: 15_000, allowHosts: [] }],
    ['postgres', { url: 'env:PG' }, { url: 'env:PG', schema: 'marsad' }],
    ['nats', {}, { url: 'nats://127.0.0.1:4222', stream: 'articles', subject: 'articles' }],
  ])('is filled in: %s', (kind, given, whole) => {
    expect(read(kind, given)).toEqual(whole);
  });
});

describe('settings are refused', () => {
  it.each<[string, string, object]>([
    ['a name of a queue with a space', 'queue', { queue: 'my queue' }],
    ['a name of a queue that is too long', 'queue', { queue: 'q'.repeat(61) }],
    ['a bound of a queue that a batch fills', 'queue', { most: 99 }],
    ['another policy', 'queue', { onFull: 'drop' }],
    ['a stream of half a record', 'stream', { records: 1000.5 }],
    ['a stream that keeps next to nothing', 'stream', { records: 99 }],
    ['a name of a stream that leads to another key', 'stream', { stream: 'a:b' }],
    ['an empty path', 'jsonLines', { path: '' }],
    ['another rotation', 'files', { rotate: 'week' }],
    ['another compression', 'files', { compress: 'brotli' }],
    ['a file of a few records', 'files', { size: 9999 }],
    ['a file that is made in more memory than there is', 'files', { size: 512_000_001 }],
    ['a webhook over another protocol', 'webhook', { ...HOOK, url: 'ftp://receiver.example/' }],
    ['a webhook without a secret', 'webhook', { ...HOOK, secrets: [] }],
    ['three secrets', 'webhook', { ...HOOK, secrets: ['env:A', 'env:B', 'env:C'] }],
    ['a secret that stands in the file', 'webhook', { ...HOOK, secrets: ['whsec_c2VjcmV0'] }],
    ['no record in a post', 'webhook', { ...HOOK, batch: 0 }],
    ['a time-out of no time', 'webhook', { ...HOOK, timeout: 999 }],
    ['no address of a database', 'postgres', {}],
    ['a password in the file', 'postgres', { url: 'postgres://u:p@db.example/x' }],
    ['a schema that is no identifier', 'postgres', { url: 'env:PG', schema: 'a; DROP TABLE b' }],
    ['a login in the file', 'nats', { url: 'nats://u:p@nats.example:4222' }],
    ['a subject of two tokens', 'nats', { subject: 'news.ar' }],
  ])('%s', (_what, kind, settings) => {
    expect(() => read(kind, settings)).toThrow();
  });

  it.each(sinkKinds.map(({ name }) => name))('a key that %s does not know', (kind) => {
    const known = { ...HOOK, ...(kind === 'postgres' ? { url: 'env:PG' } : {}) };
    const given = kind === 'webhook' || kind === 'postgres' ? known : {};
    expect(() => read(kind, { ...given, colour: 'red' })).toThrow('colour');
  });

  it('a sink of two kinds, and an option of no sink', () => {
    expect(() => read('queue', {}, { stream: {} })).toThrow('stream');
    expect(() => read('queue', {}, { only: { sources: [] } })).toThrow();
    expect(() => read('queue', {}, { onlySources: ['a'] })).toThrow('onlySources');
  });
});

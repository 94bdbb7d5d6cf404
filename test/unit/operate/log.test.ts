import { expect, it } from 'vitest';
import { type LogLevel, openLog } from '../../../src/operate/log.ts';
import type { JobRecord } from '../../../src/record/job-record.ts';

function logged(level: LogLevel, secrets: readonly string[] = []) {
  const lines: string[] = [];
  const log = openLog(level, { secrets, to: { write: (text) => void lines.push(text) } });
  return { log, lines, read: () => lines.map((text): Record<string, unknown> => JSON.parse(text)) };
}

const jobRecord: JobRecord = {
  job: 'page',
  outcome: 'published',
  ms: 41,
  steps: { fetch: 30, extract: 4 },
  source: 'alsahel',
  url: 'https://alsahel.test/1',
};

it('writes a job as one object on one line', () => {
  const { log, lines, read } = logged('info');
  log.job(jobRecord);
  expect(lines).toHaveLength(1);
  expect(read()[0]).toMatchObject({ event: 'job', level: 'info', ...jobRecord });
  expect(String(read()[0]?.time)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
});

it.each([
  [{ outcome: 'published' }, 'info'],
  [{ outcome: 'later' }, 'info'],
  [{ outcome: 'retry' }, 'warn'],
  [{ outcome: 'dead-letter' }, 'warn'],
  [{ outcome: 'dead-letter', defect: true }, 'error'],
] as const)('%o is %s', (change, level) => {
  const { log, read } = logged('debug');
  log.job({ ...jobRecord, ...change });
  expect(read()[0]?.level).toBe(level);
});

it('keeps escapes, forged lines and secrets out', () => {
  const { log, lines } = logged('info', ['key-of-the-hook']);
  const message = '\u001b[2Jسقط\nforged\u009b31m redis://:pw-word@r.test key-of-the-hook';
  log.job({ ...jobRecord, outcome: 'retry', error: { code: 'CONNECT', message } });
  log.event('sink-failed', { message: 'key-of-the-hook', webhookToken: 'zzzzzz' });
  expect(lines).toHaveLength(2);
  const text = lines.join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the controls that must not be there
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|\\u001b|\\n/u);
  for (const secret of ['pw-word', 'key-of-the-hook', 'zzzzzz']) expect(text).not.toContain(secret);
});

it('bounds long texts and lists', () => {
  const { log, lines } = logged('info');
  const added = Array.from({ length: 5000 }, (_, index) => `source-${index}`);
  log.event('sources-changed', { added, message: 'ط'.repeat(100_000) });
  expect(lines[0]?.length).toBeLessThan(6000);
});

it('gives an event the level of its name, and is silent below its own', () => {
  const { log, read } = logged('warn');
  log.event('started');
  log.event('source-fault', { message: 'sources/x.yaml:3:1' });
  log.event('redis-lost');
  expect(read().map(({ event, level }) => [event, level])).toEqual([
    ['source-fault', 'warn'],
    ['redis-lost', 'error'],
  ]);
});

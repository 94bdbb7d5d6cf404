import { expect, it } from 'vitest';
import type { DeadLetter } from '../../../src/operate/operator-data.ts';
import { ask, startSample } from './console-server.ts';
import { sampleReads, sampleWrites } from './operator-sample.ts';

const LETTER: DeadLetter = {
  id: 'job:pages:1',
  kind: 'page',
  source: 'almina',
  about: 'https://almina.test/news/1',
  reason: 'GONE: 404',
  at: '2026-11-28T10:00:00Z',
};

it('shows no failure any more right after it was retried', async () => {
  let letters = [LETTER];
  const server = await startSample({
    reads: sampleReads({ deadLetters: async () => letters }),
    writes: sampleWrites({
      retry: async (ids) => {
        letters = [];
        return ids.length;
      },
    }).writes,
    access: { users: [], anonymous: 'operator', sessionMs: 60_000 },
  });
  const failures = async (): Promise<string> => (await ask(server.url, '/failures')).text;
  const before = await failures();
  expect(before).toContain('almina.test/news/1');
  const token = /name="token" value="([^"]*)"/u.exec(before)?.[1] ?? '';
  const answer = await ask(server.url, '/failures/retry', {
    method: 'POST',
    body: new URLSearchParams({ token, id: LETTER.id }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(server.url).origin,
    },
  });
  expect(answer.status).toBe(303);
  expect(await failures()).not.toContain('almina.test/news/1');
  await server.close();
});

it.each([
  ['GONE: Status 410 from https://almina.test/news/1', true],
  ['TIMEOUT: no byte within 30s', false],
])('says of %s whether a retry could bring anything', async (reason, isGone) => {
  const reads = sampleReads({ deadLetters: async () => [{ ...LETTER, reason }] });
  const access = { users: [], anonymous: 'operator', sessionMs: 60_000 } as const;
  const server = await startSample({ reads, writes: sampleWrites().writes, access });
  const { text } = await ask(server.url, '/failures');
  expect(text.includes('رفع الموقع هذه الصفحات')).toBe(isGone);
  expect(text).not.toMatch(/لا يضيع منه شيء|Nothing is lost/u);
  await server.close();
});

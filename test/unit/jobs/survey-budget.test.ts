import { expect, it } from 'vitest';
import { ConnectError, HostBusyError } from '../../../src/errors.ts';
import { boundedFetch, SpentError } from '../../../src/jobs/survey/budget.ts';
import { Source } from '../../../src/source.ts';

const url = 'https://almadar.test/feed/';
const source = {
  id: 'almadar',
  ...Source.parse({ name: 'المدار', homepage: url, discover: [{ feed: url }] }),
};

it.each([
  ['an answer that fails counts', new ConnectError('reset'), 2],
  ['a slot that is later does not', new HostBusyError('later', 0), 0],
])('%s', async (_name, error, asked) => {
  const bounded = boundedFetch(() => Promise.reject(error), 2);
  for (let turn = 0; turn < 2; turn += 1) {
    await expect(bounded.fetch({ url, kind: 'feed' }, source)).rejects.toBe(error);
  }
  expect(bounded.asked()).toBe(asked);
});

it('asks for nothing more once all is spent', async () => {
  const bounded = boundedFetch(() => Promise.reject(new ConnectError('reset')), 1);
  await expect(bounded.fetch({ url, kind: 'feed' }, source)).rejects.toThrow('reset');
  await expect(bounded.fetch({ url, kind: 'feed' }, source)).rejects.toThrow(SpentError);
  expect(bounded.asked()).toBe(1);
});

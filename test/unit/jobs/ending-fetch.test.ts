import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { EndingError } from '../../../src/errors.ts';
import { endingFetch } from '../../../src/jobs/ending-fetch.ts';
import { Source } from '../../../src/source.ts';

const homepage = 'https://wadi.test/';
const source = {
  id: 'wadi',
  ...Source.parse({ name: 'الوادي', homepage, discover: [{ feed: `${homepage}feed` }] }),
};

it('gives up every request in hand, however many, and warns of no leak', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): void => void warnings.push(warning);
  process.on('warning', onWarning);
  const end = new AbortController();
  const fetch = endingFetch(() => new Promise(() => undefined), end.signal);
  const asked = Array.from({ length: 40 }, (_, at) =>
    fetch({ url: `${homepage}${at}`, kind: 'page', via: 'http' }, source).catch(
      (error: unknown) => error,
    ),
  );
  // A warning is told in the next turn.
  await new Promise(setImmediate);
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
  end.abort();
  for (const error of await Promise.all(asked)) expect(error).toBeInstanceOf(EndingError);
  expect(getEventListeners(end.signal, 'abort')).toEqual([]);
});

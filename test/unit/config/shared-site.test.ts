import { expect, it } from 'vitest';
import { sharedSites } from '../../../src/config/shared-site.ts';
import { Source } from '../../../src/source.ts';

const sourceOf = (id: string, homepage: string) => ({
  id,
  ...Source.parse({ name: id, homepage, discover: [{ section: homepage }] }),
});

it.each<[string, readonly string[], readonly (readonly string[])[]]>([
  ['one source a site', ['https://a.test/', 'https://b.test/'], []],
  ['the same home page', ['https://a.test/', 'https://a.test/'], [['s0', 's1']]],
  ['with and without www', ['https://www.a.test/', 'https://a.test'], [['s0', 's1']]],
  ['a home page under another', ['https://a.test/', 'https://a.test/local/'], [['s0', 's1']]],
  ['editions side by side', ['https://a.test/ar/', 'https://a.test/en/'], []],
  ['paths that begin alike', ['https://a.test/ar', 'https://a.test/arts'], []],
  ['another port', ['http://a.test:8080/', 'http://a.test:8081/'], []],
  [
    'three of one, one of another',
    ['https://a.test/', 'https://b.test/', 'https://a.test/x', 'https://a.test/y'],
    [['s0', 's2', 's3']],
  ],
])('%s', (_name, homepages, wanted) => {
  const sources = homepages.map((homepage, at) => sourceOf(`s${at}`, homepage));
  expect(sharedSites(sources).map(({ ids }) => ids)).toEqual(wanted);
});

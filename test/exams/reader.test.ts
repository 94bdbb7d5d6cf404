/**
 * The exam of the reader, over every replica page that it was tuned on: what newsrooms wrote comes
 * out again. Sites that are held out are not looked at; `npm run bench -- read` reports them.
 */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../crawlers/index.ts';
import { readArticle } from '../../src/line/extract/article.ts';
import { parseDocument } from '../../src/line/extract/document.ts';
import type { Reading } from '../../src/record/reading.ts';
import { replicaSets } from '../bench/read/gold.ts';
import { marsad } from '../bench/read/marsad.ts';
import { scoreOf } from '../bench/read/score.ts';
import { loadSites } from '../sites/catalogue.ts';

/** A page may differ from its gold in a line of boilerplate or two. */
const LEAST_F1 = 0.97;

const [tuned] = await replicaSets();
const pages = tuned?.pages ?? [];

describe('pages of the replica sites', () => {
  it('are a hundred at least', () => {
    expect(pages.length).toBeGreaterThanOrEqual(100);
  });

  it.each(pages.map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const answer = await marsad.read(page.html, page);
    const score = scoreOf(answer, page);
    expect(score.f1).toBeGreaterThanOrEqual(LEAST_F1);
    const { headline = 'right', author = 'right', published = 'right' } = score;
    expect({ headline, author, published }).toEqual({
      headline: 'right',
      author: 'right',
      published: 'right',
    });
  });
});

const sites = (await loadSites()).filter(
  ({ site, source }) => !site.heldOut && !/via:\s*browser/.test(source ?? ''),
);

/** Cities and agencies are told with the text; each page's gold names them or their absence. */
describe.each(sites.map((one) => [one.site.id, one] as const))('%s', (id, one) => {
  const gold = one.expected(`https://${id}.test`);
  const cases = one.articles.flatMap((article, index) => {
    const expected = gold[index];
    return expected ? [{ article, expected, name: `${index}` }] : [];
  });

  it.each(cases)('names city and agencies: $name', ({ article, expected }) => {
    const document = parseDocument(one.site.page(article, one.articles), expected.url);
    const { dateline, credit } = readArticle(document, { crawlers }) as Reading;
    expect({
      dateline: dateline?.value,
      credit: credit?.value.map(({ name }) => name) ?? [],
    }).toEqual({
      dateline: expected.dateline,
      credit: expected.credit?.map(({ name }) => name) ?? [],
    });
  });
});

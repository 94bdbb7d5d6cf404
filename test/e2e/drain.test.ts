import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';

/** Sites of different makes, with the agency whose text others carry. */
const SITES = ['wakalat-khalij', 'almarsa', 'sawt-annil', 'jarida-qadima', 'manara-js'];

describe('a run that ends by itself', { timeout: 120_000 }, () => {
  let house: Installation;
  beforeAll(async () => {
    house = await install(SITES);
  });
  afterAll(() => house.close());

  it('publishes every article of every source once, with copies marked', async () => {
    const end = await house.run('run', '--drain', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    const sites = await loadSites(SITES);
    const wanted = sites.flatMap(({ site, articles }) =>
      articles
        .filter(({ inFeed }) => inFeed !== false)
        .map(({ headline }) => `${site.id}: ${headline}`),
    );
    const records = house.records();
    expect(records.map(({ source, headline }) => `${source.id}: ${headline}`).sort()).toEqual(
      wanted.sort(),
    );
    expect(records.every(({ revision, change }) => revision === 1 && change === 'published')).toBe(
      true,
    );
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(JSON.parse(end.stdout)).toMatchObject({ published: wanted.length, stopped: false });
  });

  it("finds the copies of the agency's text under other headlines", () => {
    const records = house.records();
    const copies = records.filter(({ story }) => story.role === 'copy');
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) {
      expect(records.find(({ id }) => id === copy.story.of)?.story).toMatchObject({
        id: copy.story.id,
      });
    }
  });

  it('publishes nothing a second time, and asks feeds by what changed', async () => {
    const before = house.records().length;
    const asked = house.served.requests.length;
    const end = await house.run('run', '--drain', '--json');
    expect(end.status).toBe(0);
    expect(house.records()).toHaveLength(before);
    const requests = house.served.requests.slice(asked);
    const conditional = requests.filter(({ headers }) => headers['if-none-match'] !== undefined);
    expect(conditional.length).toBeGreaterThan(0);
    expect(conditional.every(({ status }) => status === 304)).toBe(true);
    expect(requests).toHaveLength(conditional.length);
  });
});

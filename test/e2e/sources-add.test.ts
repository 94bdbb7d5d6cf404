import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install } from '../marsad.ts';

/** Each replica site, and what of it has to be found. */
const SITES: [id: string, route: string][] = [
  ['almarsa', '/feed/'],
  ['alrafidain', '/atom.xml'],
  ['assabah-maghreb', '/feed/'],
  ['jarida-qadima', '/'],
  ['madina-blog', '/feeds/posts/default'],
  ['manara-js', '/feed.xml'],
  ['sawt-annil', '/rss/SectionRss?SectionID=0'],
  ['wakalat-khalij', '/ar/rss.xml'],
];

/** A survey asks for some twenty documents, 20 ms apart or, where robots.txt says so, 1 s. */
const PATIENCE_MS = 120_000;

let marsad: Installation;
beforeAll(async () => {
  marsad = await install(SITES.map(([id]) => id));
  for (const [id] of SITES) rmSync(join(marsad.config, 'sources', `${id}.yaml`));
});
afterAll(() => marsad.close());

describe('a site', () => {
  it.concurrent.each(SITES)(
    '%s is surveyed, and its file gives articles',
    async (id, route) => {
      const origin = marsad.served.origins.get(id) ?? '';
      const added = await marsad.run('sources', 'add', origin, '--id', id, '--json');
      expect(added).toMatchObject({ status: 0, stderr: '' });
      const report = JSON.parse(added.stdout);
      expect(report.routes).toContainEqual(
        expect.objectContaining({ url: origin + route, chosen: true, status: 200 }),
      );
      expect(report.asked).toBeLessThanOrEqual(40);
      const tried = await marsad.run('sources', 'test', id, '--json');
      expect(tried).toMatchObject({ status: 0, stderr: '' });
    },
    PATIENCE_MS,
  );
});

it('writes files that are good', async () => {
  const { stdout, status } = await marsad.run('sources', 'check');
  expect({ stdout, status }).toEqual({
    stdout: `${SITES.length} sources are good, 0 files have a fault\n`,
    status: 0,
  });
});

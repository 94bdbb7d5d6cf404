import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callMarsad } from '../called.ts';
import { type CommandEnd, type Installation, install } from '../marsad.ts';

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

let marsad: Installation;
/** How the survey of each ended, and then the trial of its file: some at once, each site has its pauses. */
let ends: Map<string, Promise<{ added: CommandEnd; tried: CommandEnd }>>;

/** Surveys at a time: they share this process, which has to answer each of their Redis connections. */
const LANES = 3;

/** Asks for a second between two requests, and so takes longest, most of it waiting: it has a lane of its own. */
const SLOWEST = 'alrafidain';

beforeAll(async () => {
  marsad = await install(SITES.map(([id]) => id));
  for (const [id] of SITES) rmSync(join(marsad.config, 'sources', `${id}.yaml`));
  ends = new Map([[SLOWEST, survey(SLOWEST)]]);
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve());
  const others = SITES.map(([id]) => id).filter((id) => id !== SLOWEST);
  for (const [at, id] of others.entries()) {
    const end = (lanes[at % LANES] ?? Promise.resolve()).then(() => survey(id));
    lanes[at % LANES] = end;
    ends.set(id, end);
  }
});
afterAll(() => marsad.close());

const run = (...args: string[]): Promise<CommandEnd> =>
  callMarsad('sources', ...args, '--config', marsad.config);

async function survey(id: string) {
  const origin = marsad.served.origins.get(id) ?? '';
  const added = await run('add', origin, '--id', id, '--json');
  return { added, tried: await run('test', id, '--json') };
}

it.each(SITES)('%s is surveyed, and its file gives articles', async (id, route) => {
  const { added, tried } = (await ends.get(id)) ?? {};
  expect(added).toMatchObject({ status: 0, stderr: '' });
  const report = JSON.parse(added?.stdout ?? '');
  expect(report.routes).toContainEqual(
    expect.objectContaining({
      url: `${marsad.served.origins.get(id)}${route}`,
      chosen: true,
      status: 200,
    }),
  );
  expect(report.asked).toBeLessThanOrEqual(40);
  expect(tried).toMatchObject({ status: 0, stderr: '' });
});

it('writes files that are good', async () => {
  const { stdout, status } = await run('check');
  expect({ stdout, status }).toEqual({
    stdout: `${SITES.length} sources are good, 0 files have a fault\n`,
    status: 0,
  });
});

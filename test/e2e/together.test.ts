import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Installation, install } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';

const SITES = ['almarsa', 'madina-blog'];

async function wantedKeys(): Promise<string[]> {
  const sites = await loadSites(SITES);
  return sites
    .flatMap(({ site, articles }) =>
      articles
        .filter(({ inFeed }) => inFeed !== false)
        .map(({ headline }) => `${site.id}: ${headline}`),
    )
    .sort();
}

const keysOf = (installation: Installation): string[] =>
  installation
    .published()
    .map(({ source, headline }) => `${source.id}: ${headline}`)
    .sort();

it('lets two runs at once share the work, nothing done twice', async () => {
  const installation = await install(SITES);
  try {
    const runs = [1, 2].map(() => installation.start('run', '--drain', '--json').ended);
    const ends = await Promise.all(runs);
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    const published = ends.map(({ stdout }) => Number(JSON.parse(stdout).published ?? 0));
    expect(keysOf(installation)).toEqual(await wantedKeys());
    expect((published[0] ?? 0) + (published[1] ?? 0)).toBe(installation.published().length);
  } finally {
    await installation.close();
  }
});

it('takes up a source while it runs, and ends cleanly on SIGTERM', async () => {
  const installation = await install(SITES);
  try {
    const { child, ended } = installation.start('run');
    await expect.poll(() => installation.published().length).toBe((await wantedKeys()).length);
    const origin = installation.served.origins.get('almarsa');
    // A second source on another feed of the same site, written while the service runs.
    writeFileSync(
      join(installation.config, 'sources/late.yaml'),
      `name: متأخر\nhomepage: ${origin}/\ndiscover: [{ section: ${origin}/ }]\n`,
    );
    const sources = (): string[] => installation.records().map(({ source }) => source.id);
    await expect.poll(sources).toContain('late');
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
  } finally {
    await installation.close();
  }
});

import { expect, it } from 'vitest';
import { StoryIndex } from '../../../src/line/dedupe/story-index.ts';
import { loadSites } from '../../sites/catalogue.ts';

/** What the replica sites say of their articles, in the order in which they were published. */
async function articles() {
  const all = (await loadSites()).flatMap(({ site, articles: own }) =>
    own.map((article) => ({ ...article, id: `${site.id}${article.path}`, name: site.id })),
  );
  const dated = all.filter(({ datePublished }) => datePublished !== undefined);
  return dated.sort((a, b) => String(a.datePublished).localeCompare(String(b.datePublished)));
}

it('tells the stories of the replica sites as their authors meant them', async () => {
  const index = new StoryIndex();
  const firsts = new Map<string, string>();
  const told: string[] = [];
  const meant: string[] = [];
  for (const { id, name, headline, body, datePublished, story } of await articles()) {
    const said = index.add({ id, headline, articleBody: body, datePublished, source: name });
    if (story && !firsts.has(story.id)) firsts.set(story.id, id);
    told.push(`${id}: ${said.role} of ${said.id}`);
    meant.push(`${id}: ${story?.role ?? 'original'} of ${firsts.get(story?.id ?? '') ?? id}`);
  }
  expect(meant.filter((line) => !line.includes(': original')).length).toBeGreaterThan(5);
  expect(told).toEqual(meant);
});

/** Keeps an index of headlines: a program of a user of the package. */
import { type Article, consume } from 'marsad-client';

const index = new Map<string, Pick<Article, 'headline' | 'url' | 'revision'>>();

for await (const { article, key, done } of consume({
  group: 'search',
  blockMs: 1000,
  forever: false,
})) {
  const { headline, url, revision, change } = article;
  if (change === 'withdrawn') index.delete(article.id);
  else index.set(article.id, { headline, url, revision });
  process.stdout.write(`${JSON.stringify({ key, headline, source: article.source.name })}\n`);
  await done();
}
process.stderr.write(`${index.size} articles\n`);

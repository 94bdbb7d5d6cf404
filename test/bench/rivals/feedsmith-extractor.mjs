/** A straight script: feedsmith for feeds, article-extractor for pages, a file for what is done. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extractFromHtml } from '@extractus/article-extractor';
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';

const [feeds, concurrency, out] = process.argv.slice(2);

async function textOf(url) {
  const response = await fetch(url);
  const charset = /charset=([\w-]+)/u.exec(response.headers.get('content-type') ?? '')?.[1];
  return new TextDecoder(charset ?? 'utf-8').decode(await response.arrayBuffer());
}

/** Links of a feed with what their entries say. */
async function entriesOf({ feed: address }) {
  const { feed } = parseFeed(await textOf(address));
  return (feed.items ?? feed.entries ?? []).map((item) => ({
    url: item.link ?? item.links?.find(({ rel }) => rel === 'alternate')?.href,
    published: item.pubDate ?? item.published,
    author: item.dc?.creators?.[0] ?? item.dc?.creator ?? item.authors?.[0]?.name,
  }));
}

async function work({ url, published, author }) {
  const html = await textOf(url);
  const page = await extractFromHtml(html, url);
  const { document } = parseHTML(`<!doctype html><html><body>${page?.content ?? ''}</body></html>`);
  for (const block of document.querySelectorAll('p, div, li, h2, h3, h4, br')) block.append(' ');
  const record = {
    url,
    headline: page?.title,
    body: document.body.textContent,
    authors: [page?.author || author].filter(Boolean),
    published: page?.published || published,
  };
  appendFileSync(out, `${JSON.stringify(record)}\n`);
}

/** What was written before, but for a line that a kill cut off: that page is done again. */
const before = existsSync(out) ? readFileSync(out, 'utf8') : '';
const whole = before.slice(0, before.lastIndexOf('\n') + 1);
writeFileSync(out, whole);
const lines = whole.split('\n').filter(Boolean);
const done = new Set(lines.map((line) => JSON.parse(line).url));
const entries = await Promise.all(JSON.parse(readFileSync(feeds, 'utf8')).map(entriesOf));
const queue = entries.flat().filter(({ url }) => url && !done.has(url));
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    await work(next).catch((error) => console.error(`${next.url}: ${error.message}`));
  }
};
await Promise.all(Array.from({ length: Number(concurrency) }, worker));

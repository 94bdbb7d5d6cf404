/** A straight script: Crawlee's queue, client and dataset, Readability for the text. */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { HttpCrawler, log } from 'crawlee';
import { DOMParser, parseHTML } from 'linkedom';

// `CRAWLEE_STORAGE_DIR` is where queue and dataset lie, `CRAWLEE_PURGE_ON_START=0` goes on from there.
const [feeds, concurrency] = process.argv.slice(2);
log.setLevel(log.LEVELS.OFF);

/** Links of RSS and Atom with what their entries say. */
function entriesOf(xml) {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  return [...document.querySelectorAll('item, entry')].map((item) => {
    const text = (name) => item.getElementsByTagName(name)[0]?.textContent.trim();
    return {
      url: item.querySelector('link[rel="alternate"]')?.getAttribute('href') ?? text('link'),
      published: text('pubDate') ?? text('published'),
      author: text('dc:creator') ?? text('name'),
    };
  });
}

const crawler = new HttpCrawler({
  minConcurrency: Number(concurrency),
  maxConcurrency: Number(concurrency),
  respectRobotsTxtFile: true,
  // It is alone: without locks a run that was killed goes on at once, not after a minute.
  experiments: { requestLocking: false },
  additionalMimeTypes: ['application/rss+xml', 'application/atom+xml', 'application/xml'],
  async requestHandler({ request, body, addRequests, pushData }) {
    if (request.label === 'FEED') {
      const entries = entriesOf(String(body)).filter(({ url }) => url);
      await addRequests(entries.map(({ url, ...userData }) => ({ url, userData })));
      return;
    }
    const page = new Readability(parseHTML(String(body)).document).parse();
    await pushData({
      url: request.url,
      headline: page?.title,
      body: page?.textContent,
      authors: [page?.byline ?? request.userData.author].filter(Boolean),
      published: page?.publishedTime ?? request.userData.published,
    });
  },
});
const starts = JSON.parse(readFileSync(feeds, 'utf8'));
await crawler.run(starts.map(({ feed: url }) => ({ url, label: 'FEED' })));

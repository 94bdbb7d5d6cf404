/** The measure to hold against: a bare Crawlee CheerioCrawler that reads the title. */
import { CheerioCrawler, Configuration, Log, LogLevel } from 'crawlee';

const [origin, count = '0'] = process.argv.slice(2);
const log = new Log({ level: LogLevel.OFF });
let titles = 0;
const crawler = new CheerioCrawler(
  {
    log,
    useSessionPool: false,
    minConcurrency: 8,
    maxConcurrency: 8,
    requestHandler: ({ $ }) => {
      if ($('title').text() !== '') titles += 1;
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: false }),
);
const urls = Array.from({ length: Number(count) }, (_, i) => `${origin}/article/${i}`);
await crawler.run(urls.slice(0, 50));
const started = performance.now();
const cpu = process.cpuUsage();
await crawler.run(urls.slice(50));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
const cpuSeconds = (user + system) / 1e6;
process.send?.({ pages: titles - 50, seconds, cpuSeconds, rss: process.memoryUsage().rss });
process.disconnect();

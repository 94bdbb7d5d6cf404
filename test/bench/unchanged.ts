/**
 * What a visit costs whose feed did not change: requests, and CPU of the process. The site answers
 * 304, but for one visit in twenty that asks for the whole document to see whether 304 is true.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../src/cli/house.ts';
import { openWorkshop } from '../../src/cli/workshop.ts';
import { VisitJob } from '../../src/jobs/queues.ts';
import { visit } from '../../src/jobs/visit.ts';

/** Before it, code is compiled and the fetcher is loaded. */
const WARM_UP = 200;

/** `npm run bench -- unchanged [VISITS]` */
export async function run(args: readonly string[]): Promise<void> {
  const visits = Number(args[0] ?? 2000);
  const counts = { whole: 0, notModified: 0, others: 0 };
  const items = Array.from(
    { length: 20 },
    (_, i) => `<item><title>خبر ${i}</title><link>http://localhost/${i}</link></item>`,
  );
  const body = `<rss version="2.0"><channel><title>نشرة</title>${items.join('')}</channel></rss>`;
  const server = createServer((request, response) => {
    if (request.url !== '/feed.xml') {
      counts.others += 1;
      response.writeHead(404).end();
    } else if (request.headers['if-none-match'] === '"1"') {
      counts.notModified += 1;
      response.writeHead(304, { etag: '"1"' }).end();
    } else {
      counts.whole += 1;
      response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = writeConfig(port);
  const house = await openHouse(folder);
  const workshop = await openWorkshop(house, () => undefined);
  const source = workshop.tools.source('feed');
  if (!source) throw new RangeError('the source of the bench was not read');
  const work = { source, tools: workshop.tools, save: async () => {} };
  const times = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      await visit(VisitJob.parse({ source: 'feed' }), { ...work, visit: `bench-${i}` });
    }
  };
  await times(WARM_UP);
  const before = { ...counts };
  const cpu = process.cpuUsage();
  await times(visits);
  const { user, system } = process.cpuUsage(cpu);
  const asked = counts.whole + counts.notModified + counts.others;
  const figures = {
    visits,
    requestsPerVisit: (asked - before.whole - before.notModified - before.others) / visits,
    notModifiedShare: (counts.notModified - before.notModified) / visits,
    // The server of the bench is in this process too: what it spends is in the figure.
    cpuMsPerVisit: Math.round(((user + system) / 1000 / visits) * 100) / 100,
  };
  console.log(JSON.stringify(figures, null, 2));
  await workshop.close();
  await house.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

function writeConfig(port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-unchanged-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { folder: ${folder}/redis }\ncrawl: { delay: 0s, allowHosts: ['127.0.0.1:${port}'] }\nlog: { level: silent }\n`,
  );
  writeFileSync(
    join(folder, 'sources', 'feed.yaml'),
    `name: نشرة\nhomepage: http://127.0.0.1:${port}/\ndiscover:\n  - feed: http://127.0.0.1:${port}/feed.xml\n`,
  );
  return folder;
}

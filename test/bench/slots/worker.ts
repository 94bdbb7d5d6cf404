/** A worker process of the slots bench: takes page jobs, asks politely, comes again when told to. */
import { DelayedError, Worker } from 'bullmq';
import { HostBusyError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/line/fetch/fetcher.ts';
import { politeFetch } from '../../../src/line/fetch/politeness.ts';
import { Source } from '../../../src/source.ts';
import { redisClient } from '../../../src/state/connection.ts';
import { redisHostSlots } from '../../../src/state/host-slots.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { redisRobotsStore } from '../../../src/state/robots-store.ts';

const [socket = '', delay = '500', warmUrl = ''] = process.argv.slice(2);
const keys = keysOf('bench');
const redis = redisClient({ socket });
await redis.connect();

const userAgent = 'Marsad/bench (+https://marsad.example)';
const fetcher = createFetcher({ userAgent, allowHosts: ['127.0.0.1'] });
const ports = { slots: redisHostSlots(redis, keys), robots: redisRobotsStore(redis, keys) };
const ask = politeFetch(fetcher, ports, { userAgent, delayMs: Number(delay) });
const homepage = 'https://bench.example/';
const source = {
  id: 'bench',
  ...Source.parse({ name: 'x', homepage, discover: [{ feed: homepage }] }),
};

// The crawler starts with the first page; what is measured is a worker that runs.
await fetcher.fetch({ url: warmUrl, kind: 'page' });

const worker = new Worker<{ url: string }>(
  'pages',
  async (job, token) => {
    try {
      await ask({ url: job.data.url, kind: 'page' }, source);
    } catch (error) {
      if (!(error instanceof HostBusyError)) throw error;
      await job.moveToDelayed(error.retryAt, token);
      throw new DelayedError();
    }
  },
  { connection: redis.duplicate({ lazyConnect: false }), prefix: keys.tag, concurrency: 8 },
);

process.once('SIGTERM', async () => {
  await worker.close();
  await fetcher.close();
  redis.disconnect();
  process.exit(0);
});

await worker.waitUntilReady();
process.send?.('ready');

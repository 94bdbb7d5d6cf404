import { z } from 'zod';
import { Duration } from '../record/source.ts';
import { Size } from './size.ts';

const MEGABYTE = 1_000_000;

/** Where answers are kept as they came, so that better rules can read them again. */
const Archive = z.strictObject({
  folder: z.string().min(1).max(1000),
  // As web archives cut their files (ISO 28500, annex C): one is copied or lost as a whole.
  fileSize: Size.default('1GB').describe('A new file begins after so many bytes'),
  fileAge: Duration.default('1d').describe('A new file begins after so long'),
});

/** How hubs reach us, where feeds name some (W3C WebSub). */
const WebSub = z.strictObject({
  callback: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .describe('The public address of the listener, as hubs see it'),
  host: z.string().default('127.0.0.1').describe('Where the listener listens'),
  port: z.number().int().min(0).max(65_535).default(7701).describe('0: any free port'),
});

/** What holds for every request: who asks, how fast, how much is taken. */
const Crawl = z.strictObject({
  concurrency: z.number().int().min(1).max(200).default(8).describe('Pages in hand a process'),
  contact: z
    .union([z.url(), z.email()])
    .optional()
    .describe('Where a site can reach you; needed before anything but loopback is crawled'),
  delay: Duration.default('5s').describe('Pause between two requests to one host'),
  allowHosts: z
    .array(z.string().max(300))
    .default([])
    .describe('Private hosts that may be crawled all the same: name or name:port'),
  ports: z.array(z.number().int().min(1).max(65_535)).default([80, 443, 8080, 8443]),
  bodyBytes: z
    .number()
    .int()
    .min(1000)
    .max(100 * MEGABYTE)
    .default(10 * MEGABYTE),
  totalTime: Duration.default('30s').describe('Longest time of one request, redirects included'),
  redirects: z.number().int().min(0).max(20).default(10),
});

/** When the browser is replaced by a new one: it grows with what pages leave behind. */
const Browser = z.strictObject({
  pages: z.number().int().min(1).max(10_000).default(100).describe('After so many pages'),
  // Two tabs of news pages stay well below: more than that is a leak.
  memory: Size.default('1GB').describe('When its processes hold more together (Linux only)'),
});

/** What an operator sets for the whole installation: `config/marsad.yaml`. */
export const Settings = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/u, 'lower-case letters, digits and hyphens')
      .default('marsad')
      .describe('Names the keys in Redis, so that two installations may share one'),
    redis: z
      .strictObject({
        url: z.string().optional().describe('redis:// or rediss://; REDIS_URL goes before it'),
        folder: z.string().default('.marsad').describe('Home of the private Redis'),
      })
      .prefault({}),
    crawl: Crawl.prefault({}),
    archive: Archive.optional().describe('Keeps every answer in WARC files; off where absent'),
    browser: Browser.prefault({}),
    console: z
      .strictObject({
        host: z.string().default('127.0.0.1'),
        port: z.number().int().min(0).max(65_535).default(7700).describe('0: any free port'),
      })
      .prefault({}),
    websub: WebSub.optional().describe('Takes what hubs of feeds push; off where absent'),
    log: z
      .strictObject({
        records: z.number().int().min(1000).default(1_000_000).describe('Records kept for replay'),
        level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
      })
      .prefault({}),
    sinks: z
      .array(z.record(z.string(), z.unknown()))
      .max(20)
      .default([{ queue: {} }])
      .describe('Where records go; each entry is one sink by its name'),
  })
  .describe('Settings of Marsad');
/** Settings with their defaults filled in. */
export type Settings = z.infer<typeof Settings>;

import { z } from 'zod';
import { Duration, durationMs, Zone } from '../record/source-rules.ts';
import { Console } from './console-settings.ts';
import { RedisSettings } from './redis-settings.ts';
import { Size } from './size.ts';

const MEGABYTE = 1_000_000;

const DAY_MS = 86_400_000;

/** The feeds that the console serves, whose address is that of the console. */
const Feeds = z.strictObject({
  url: z
    .never({ error: 'the address of the feeds is console.publicUrl now: write it there alone' })
    .optional()
    .meta({ deprecated: true }),
  hub: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .describe('WebSub hub that feeds name, and that is told of news; needs console.publicUrl'),
});

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

/** A SHA-256 in hexadecimal, or the variable that holds it. */
const Digest = z
  .string()
  .regex(/^(?:[\da-f]{64}|env:[A-Z][A-Z0-9_]{0,99})$/u, 'a SHA-256 of 64 digits, or env:NAME')
  .describe('SHA-256 of the token, or env:NAME of a variable that holds it; never the token');

/** Who may use the read API, and how much. */
const Api = z.strictObject({
  tokens: z
    .record(
      z.string().regex(/^[a-zA-Z][\w-]{0,39}$/u, 'a letter, then letters, digits, hyphens'),
      z.strictObject({
        sha256: Digest,
        scopes: z
          .array(z.enum(['read', 'events', 'crawl']))
          .min(1)
          .default(['read'])
          .describe('read records and sources, follow events, have pages crawled'),
      }),
    )
    .describe('Tokens by names of their own: `marsad api token` makes one'),
  requests: z.number().int().min(1).default(300).describe('Requests a minute of one token'),
  // Each looks at the log twice a second.
  streams: z.number().int().min(1).max(200).default(20).describe('Event streams at a time'),
  origins: z
    .array(z.url({ protocol: /^https?$/u }).max(300))
    .max(20)
    .default([])
    .describe('Origins whose pages may use it (CORS); none by default'),
});

/** When the browser is replaced by a new one: it grows with what pages leave behind. */
const Browser = z.strictObject({
  pages: z.number().int().min(1).max(10_000).default(100).describe('After so many pages'),
  // Two tabs of news pages stay well below: more than that is a leak.
  memory: Size.default('1GB').describe('When its processes hold more together (Linux only)'),
});

/** Each is a reader of the whole log. */
const SINKS_MOST = 20;

/** A sink's place in the log belongs to its name, which is a key in Redis and a label of metrics. */
const SINK_NAME = /^[a-zA-Z][\w-]{0,39}$/u;

/**
 * Sinks were a list before they had names. The remedy names them as they were numbered then, so
 * that each keeps its place in the log.
 */
function listRemedy(list: readonly unknown[]): string {
  const counts = new Map<string, number>();
  const lines = list.map((entry) => {
    const kind = Object.keys(typeof entry === 'object' && entry !== null ? entry : {})[0] ?? '?';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `  ${count === 1 ? kind : `${kind}-${count}`}: { ${kind}: … }`;
  });
  return `sinks have names now; under these each keeps its place in the log:\nsinks:\n${lines.join('\n')}`;
}

const Sinks = z
  .preprocess(
    (value, ctx) => {
      if (!Array.isArray(value)) return value;
      ctx.addIssue({ code: 'custom', message: listRemedy(value) });
      return {};
    },
    z.record(z.string(), z.record(z.string(), z.unknown())).superRefine((sinks, ctx) => {
      const names = Object.keys(sinks);
      if (names.length > SINKS_MOST) {
        ctx.addIssue({ code: 'custom', message: `at most ${SINKS_MOST} sinks` });
      }
      for (const name of names.filter((one) => !SINK_NAME.test(one))) {
        const message = 'a name is a letter, then at most 39 letters, digits, hyphens';
        ctx.addIssue({ code: 'custom', path: [name], message });
      }
    }),
  )
  .describe(
    `Where records go: each sink under a name of its own, by its kind; ${SINKS_MOST} at most`,
  );
/** How long Redis keeps records: what grows with every article. */
const Retention = z.strictObject({
  // A yearly event's article still meets its own past.
  records: Duration.refine((text) => durationMs(text) >= DAY_MS, 'a day at least, such as 90d')
    .default('400d')
    .describe('A record is kept so long after its last change; later it is with the sinks alone'),
  // Newsrooms correct a text a few times; a live text of more keeps its newest.
  revisions: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .describe('Earlier revisions of one article that are kept'),
  // What an operator asks about is of this week.
  traces: Duration.refine((text) => durationMs(text) >= DAY_MS, 'a day at least, such as 7d')
    .default('7d')
    .describe('How the jobs of each page ended, for `marsad trace`'),
});

const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time of day such as 23:00')
  .describe('A time of day: 23:00');
/** Who is told of what needs an operator, beside the log. */
const Alerts = z.strictObject({
  webhook: z
    .strictObject({
      url: z.url({ protocol: /^https?$/u }).max(2000),
      secret: z
        .string()
        .regex(/^env:[A-Z][A-Z0-9_]{0,99}$/u, 'env:NAME, a variable that holds whsec_…')
        .describe('env:NAME of a variable that holds the secret, whsec_ and base64'),
    })
    .optional()
    .describe('Signed after Standard Webhooks'),
  email: z
    .strictObject({
      smtp: z
        .string()
        .max(1000)
        .regex(/^(?:smtps?:\/\/|env:[A-Z_][A-Z0-9_]*$)/u, 'smtp://, smtps:// or env:NAME')
        .describe('smtp:// or smtps:// with its login, or env:NAME'),
      from: z.string().max(300),
      to: z.array(z.email()).min(1).max(20),
    })
    .optional(),
  // What holds for half a day was read and not mended, or not read.
  repeat: Duration.default('12h').describe('What still holds is told again after so long'),
  quiet: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay, zone: Zone.default('UTC') })
    .optional()
    .describe('Hours in which only what cannot wait is told'),
});

/** What an operator sets for the whole installation: `config/marsad.yaml`. */
export const Settings = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/u, 'lower-case letters, digits and hyphens')
      .default('marsad')
      .describe('Names the keys in Redis, so that two installations may share one'),
    redis: RedisSettings.prefault({}),
    crawl: Crawl.prefault({}),
    archive: Archive.optional().describe('Keeps every answer in WARC files; off where absent'),
    browser: Browser.prefault({}),
    alerts: Alerts.prefault({}),
    console: Console.prefault({}),
    health: z
      .strictObject({
        host: z.string().default('127.0.0.1'),
        port: z.number().int().min(0).max(65_535).describe('0: any free port'),
      })
      .optional()
      .describe(
        'Where a process without the console answers /health and /metrics; off where absent',
      ),
    feeds: Feeds.optional().describe('Who is told of news in the feeds of the console'),
    api: Api.optional().describe('The read API on the console; off where absent'),
    websub: WebSub.optional().describe('Takes what hubs of feeds push; off where absent'),
    log: z
      .strictObject({
        records: z.number().int().min(1000).default(1_000_000).describe('Records kept for replay'),
        onFull: z
          .enum(['pause', 'drop'])
          .default('pause')
          .describe(
            'Full of records that a sink has yet to get: crawling pauses, or they are lost',
          ),
        level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
      })
      .prefault({}),
    retention: Retention.prefault({}),
    sinks: Sinks.default({ queue: { queue: {} } }),
  })
  .describe('Settings of Marsad');
/** Settings with their defaults filled in. */
export type Settings = z.infer<typeof Settings>;

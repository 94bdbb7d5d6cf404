import { z } from 'zod';
import { SELECTORS, type SelectorName } from './fields.ts';
import { HttpUrl, Selector } from './route.ts';

/** `5s 10m 6h 2d`, or `0s`. */
export const Duration = z
  .string()
  .regex(/^\d{1,6}(ms|s|m|h|d)$/u, 'a duration such as 5s, 10m, 6h or 2d')
  .describe('A duration: 5s, 10m, 6h, 2d');

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration that {@link Duration} accepted; 0 for any other text. */
export function durationMs(text: string): number {
  const match = /^(\d+)(ms|s|m|h|d)$/u.exec(text);
  return match ? Number(match[1]) * (UNIT_MS[match[2] ?? ''] ?? 0) : 0;
}

const Selectors = z.union([Selector, z.array(Selector).max(20)]);

/** An IANA time zone. */
export const Zone = z
  .string()
  .refine(isZone, 'an IANA time zone such as Africa/Cairo')
  .describe('IANA time zone');

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** When a source is visited: learnt (`auto`), at a fixed interval, or by a cron line. */
export const Visit = z.union([
  z.strictObject({ every: z.union([z.literal('auto'), Duration]) }),
  z.strictObject({ cron: z.string().min(9).max(100).describe('A cron line in the zone') }),
]);
/** When a source is visited. */
export type Visit = z.infer<typeof Visit>;

/** How a source's pages are asked for. */
export const FetchRules = z.strictObject({
  via: z.enum(['http', 'browser', 'auto']).default('auto'),
  delay: Duration.optional().describe('Pause between requests to a host; default from settings'),
  concurrency: z.number().int().min(1).max(8).default(1).describe('Requests at a time a host'),
  userAgent: z.string().max(300).optional(),
  headers: z.record(z.string().max(100), z.string().max(1000)).optional(),
  proxy: z
    .string()
    .max(500)
    .optional()
    .describe('A URL, or env:NAME to keep its login out of files'),
});
/** How a source's pages are asked for. */
export type FetchRules = z.infer<typeof FetchRules>;

const DateRule = z.union([
  Selectors,
  z.strictObject({
    select: Selectors,
    months: z
      .enum(['egypt', 'levant', 'iraq', 'tunis', 'algiers', 'rabat', 'mauritania', 'libya'])
      .optional(),
  }),
]);

type RuleOf<Name extends SelectorName> = Name extends 'datePublished' | 'dateModified'
  ? z.ZodOptional<typeof DateRule>
  : z.ZodOptional<typeof Selectors>;

const fieldRules = Object.fromEntries(
  SELECTORS.map(({ selector, isDate }) => [selector, (isDate ? DateRule : Selectors).optional()]),
) as { readonly [Name in SelectorName]: RuleOf<Name> };

/** Selectors that override the reader, field by field; the first that matches wins. */
export const ArticleRules = z.strictObject({
  ...fieldRules,
  remove: Selectors.optional().describe('What to cut out of the body'),
});
/** Selectors that override the reader, field by field. */
export type ArticleRules = z.infer<typeof ArticleRules>;

/** What a source says of itself and how it is treated, defaults filled in: all but its routes, which `src/source.ts` adds. */
export const SourceRules = z.strictObject({
  name: z.string().min(1).max(200),
  homepage: HttpUrl,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u, 'an ISO 3166-1 alpha-2 code')
    .optional(),
  timeZone: Zone.optional().describe('Zone of the site; without it times are read as UTC'),
  language: z.string().max(20).default('ar'),
  crawler: z.string().default('auto').describe('A crawler by name, auto, or article for none'),
  visit: Visit.default({ every: 'auto' }),
  revisit: z
    .array(Duration)
    .max(10)
    .default(['1h', '6h', '24h'])
    .describe('Look again for corrections after: [1h, 6h, 24h]; [] for never'),
  fetch: FetchRules.prefault({}),
  article: ArticleRules.prefault({}),
  dates: z
    .strictObject({
      zone: Zone.optional().describe('Zone of the dates the site prints; default timeZone'),
      distrustZone: z.boolean().default(false).describe('Offsets the site states are false'),
    })
    .prefault({}),
  rights: z
    .strictObject({
      respectAiOptOut: z.boolean().default(true).describe('Leave pages alone that reserve AI use'),
      respectNoindex: z
        .boolean()
        .default(false)
        .describe('Leave pages out that carry the robots directive noindex'),
      askOptOutFiles: z
        .boolean()
        .default(true)
        .describe('Ask for /.well-known/tdmrep.json and /ai.txt, each once a day a host'),
    })
    .prefault({}),
  tags: z.array(z.string().max(60)).max(50).default([]),
  enabled: z.boolean().default(true),
});
/** What the steps know of a source: its rules and its id, the name of its file. */
export type SourceRules = z.infer<typeof SourceRules> & { readonly id: string };

/** The zone that times are read in where nobody named one. */
const ASSUMED_ZONE = 'UTC';

/** The zone of a source's day and clocks; UTC where its file names none. */
export function zoneOf({ timeZone = ASSUMED_ZONE }: Pick<SourceRules, 'timeZone'>): string {
  return timeZone;
}

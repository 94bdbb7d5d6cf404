import { z } from 'zod';
import type { Boilerplate } from '../line/extract/boilerplate.ts';
import type { SourceProfile } from '../line/extract/drift/profile.ts';
import type { MethodHistory } from '../line/fetch/fetch-method.ts';
import type { ClockProfile } from '../line/normalize/clock.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import type { NamedSitemaps } from '../record/named-sitemaps.ts';
import type { RedisClient } from '../state/connection.ts';
import { heldMemory } from '../state/held-memory.ts';
import type { Keys } from '../state/keys.ts';
import { memoryKeys, type SourceMemory, sourceMemory } from '../state/source-memory.ts';

/** What is learnt of each source over time. */
export interface Memories {
  readonly boilerplate: SourceMemory<Boilerplate>;
  readonly clock: SourceMemory<ClockProfile>;
  readonly fetchMethod: SourceMemory<MethodHistory>;
  readonly profile: SourceMemory<SourceProfile>;
  readonly history: SourceMemory<VisitHistory>;
  readonly sitemaps: SourceMemory<NamedSitemaps>;
  /** Saves what was learnt and is still in the process. */
  readonly closeMemories: () => Promise<void>;
}

/**
 * What pages teach is up to 30 KB a source, and a page is read in some 10 ms: read, checked and
 * saved with each, it would cost a tenth of the page. Ten seconds of one source's pages are few.
 */
const HELD_MS = 10_000;

/** The counts are an object in JSON, and a Map here. */
const BoilerplateForm: z.ZodType<Boilerplate> = z.strictObject({
  pages: z.number(),
  counts: z.codec(z.record(z.string(), z.number()), z.map(z.string(), z.number()), {
    decode: (counts) => new Map(Object.entries(counts)),
    encode: (counts) => Object.fromEntries(counts),
  }),
  learnt: z.array(z.string()),
});

const ClockForm: z.ZodType<ClockProfile> = z.strictObject({
  places: z.record(
    z.string(),
    z.strictObject({
      lags: z.array(z.strictObject({ stated: z.number(), local: z.number(), utc: z.number() })),
      rule: z.enum(['stated', 'local', 'utc']),
      confidence: z.number(),
    }),
  ),
});

const MethodForm: z.ZodType<MethodHistory> = z.strictObject({
  kinds: z.record(
    z.string(),
    z.strictObject({
      trials: z.array(z.enum(['http', 'amp', 'feed', 'browser', 'none'])),
      triedAt: z.number(),
      since: z.number(),
      misses: z.number(),
    }),
  ),
});

const LevelForm = z.union([z.number(), z.string()]);

const ProfileForm: z.ZodType<SourceProfile> = z.strictObject({
  past: z.record(z.string(), z.record(z.string(), z.number())),
  recent: z.array(
    z.strictObject({
      address: z.string(),
      levels: z.record(z.string(), LevelForm),
      paragraphs: z.array(z.string()),
    }),
  ),
  drift: z
    .strictObject({ since: z.string(), signs: z.array(z.string()), pages: z.number() })
    .optional(),
});

const SitemapsForm: z.ZodType<NamedSitemaps> = z.strictObject({
  named: z.array(z.string()),
  adopted: z.array(z.string()),
});

/** Opens the memories. A value of an earlier release's form is forgotten and learnt again. */
export function openMemories(redis: RedisClient, keys: Keys): Memories {
  const names = memoryKeys(keys);
  const held = <T>(key: (source: string) => string, form: z.ZodType<T>) =>
    heldMemory(sourceMemory(redis, key, reviveBy(form)), HELD_MS);
  const boilerplate = heldMemory(boilerplateMemory(redis, names.boilerplate), HELD_MS);
  const clock = held(names.clock, ClockForm);
  const fetchMethod = held(names.fetchMethod, MethodForm);
  const profile = held(names.profile, ProfileForm);
  return {
    ...{ boilerplate, clock, fetchMethod, profile },
    // Visits are few, and who plans them reads in other processes what a visit has learnt.
    history: sourceMemory(redis, names.history, reviveHistory),
    sitemaps: sourceMemory(redis, names.sitemaps, reviveBy(SitemapsForm)),
    closeMemories: async () => {
      const all = [boilerplate, clock, fetchMethod, profile];
      await Promise.all(all.map((memory) => memory.close()));
    },
  };
}

function boilerplateMemory(
  redis: RedisClient,
  key: (source: string) => string,
): SourceMemory<Boilerplate> {
  const stored = sourceMemory<unknown>(redis, key, (value) => value);
  return {
    ...sourceMemory(redis, key, reviveBy(BoilerplateForm)),
    save: (source, value) => stored.save(source, z.encode(BoilerplateForm, value)),
  };
}

function reviveBy<T>(form: z.ZodType<T>): (value: unknown) => T | undefined {
  return (value) => form.safeParse(value).data;
}

/** The history carries its version; a release before called the failure score otherwise. */
function reviveHistory(value: unknown): VisitHistory | undefined {
  return isHistory(value) ? { ...value, failureScore: value.failureScore ?? 0 } : undefined;
}

type StoredHistory = Omit<VisitHistory, 'failureScore'> &
  Partial<Pick<VisitHistory, 'failureScore'>>;

function isHistory(value: unknown): value is StoredHistory {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}

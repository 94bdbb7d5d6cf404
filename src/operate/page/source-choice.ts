import { type Judgement, judge, WORST_FIRST } from '../condition.ts';
import type { SourceState } from '../console-data.ts';

/** A source with what it was judged to be. */
export type JudgedSource = SourceState & Judgement;

/** Judges every source at one moment. */
export function judgeAll(sources: readonly SourceState[], now: Date): JudgedSource[] {
  return sources.map((source) => ({ ...source, ...judge(source, now) }));
}

/** The orders that a reader may ask for; the first is the usual one. */
export const SORTS = ['worst', 'name', 'articles', 'visit', 'next'] as const;
type Sort = (typeof SORTS)[number];

type Compare = (a: JudgedSource, b: JudgedSource) => number;

/** Made once: made anew for each comparison it takes most of the page's time. */
const { compare } = new Intl.Collator('ar');

const byName: Compare = (a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
const timeOf = (iso: string | undefined, missing: number): number =>
  iso === undefined ? missing : Date.parse(iso);

/** Of one state, the source that is in it for longer is worse; then the one that publishes more. */
const byWorst: Compare = (a, b) =>
  WORST_FIRST.indexOf(a.condition) - WORST_FIRST.indexOf(b.condition) ||
  b.health.failureScore - a.health.failureScore ||
  b.lastDay - a.lastDay ||
  byName(a, b);

const COMPARE: Readonly<Record<Sort, Compare>> = {
  worst: byWorst,
  name: byName,
  articles: (a, b) => b.lastDay - a.lastDay || byName(a, b),
  visit: (a, b) => timeOf(a.health.lastVisit, 0) - timeOf(b.health.lastVisit, 0) || byName(a, b),
  next: (a, b) =>
    timeOf(a.health.nextVisit, Number.MAX_SAFE_INTEGER) -
      timeOf(b.health.nextVisit, Number.MAX_SAFE_INTEGER) || byName(a, b),
};

/** The sources that a query asks for, in its order; an unknown value matches none. */
export function chooseSources(
  sources: readonly JudgedSource[],
  query: URLSearchParams,
): JudgedSource[] {
  const [state, country, tag] = ['state', 'country', 'tag'].map((name) => query.get(name) ?? '');
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const isAsked = (source: JudgedSource): boolean =>
    (!state || source.condition === state) &&
    (!country || source.country === country) &&
    (!tag || (source.tags ?? []).includes(tag)) &&
    words.every((word) => textOf(source).includes(word));
  const sort = SORTS.find((one) => one === query.get('sort')) ?? 'worst';
  return sources.filter(isAsked).sort(COMPARE[sort]);
}

/** The sources that need somebody, the worst first. */
export function worstOf(sources: readonly JudgedSource[]): JudgedSource[] {
  return sources
    .filter(({ condition }) => condition === 'failing' || condition === 'degraded')
    .sort(byWorst);
}

const textOf = ({ id, name, homepage }: JudgedSource): string =>
  `${id} ${name} ${homepage}`.toLowerCase();

import type { MonthTable } from '../../arabic/months.ts';
import type { Link } from '../../record/link.ts';
import type { Reading } from '../../record/reading.ts';
import type { RouteDates } from '../../record/route.ts';
import { type SourceRules, zoneOf } from '../../record/source-rules.ts';
import type { ClockProfile } from './clock.ts';
import type { DateContext, StatedDate } from './date-candidate.ts';

/** What of a source the normal form of an article depends on. */
export type SourceFacts = Pick<SourceRules, 'id' | 'name' | 'homepage'> &
  Partial<Pick<SourceRules, 'country' | 'language' | 'tags' | 'timeZone' | 'dates' | 'article'>>;

/** What of a link the normal form of an article depends on. */
export type LinkFacts = Pick<Link, 'url' | 'route' | 'firstSeen' | 'visit'> &
  Partial<Pick<Link, 'title' | 'published' | 'updated'>>;

/** What is known of an article's dates beside the page. */
export interface VisitContext {
  readonly source: SourceFacts;
  readonly link: LinkFacts;
  /** How far the dates are trusted that the link's route states; undefined where no route led to it. */
  readonly routeDates: RouteDates | undefined;
  readonly now: Date;
  readonly clock?: ClockProfile;
  /** True where the zone is a default that nobody chose; by the source's file where absent. */
  readonly isZoneAssumed?: boolean;
}

/** Every date that the page and its route state; the route's under the name of its kind. */
export function datesOf(reading: Reading, { link, routeDates }: VisitContext): StatedDate[] {
  if (!routeDates) return [...reading.dates];
  const { published, updated, route } = link;
  const place = { from: route.kind, confidence: routeDates.confidence, route: routeDates };
  return [
    ...reading.dates,
    ...(published ? [{ role: 'published' as const, text: published, ...place }] : []),
    ...(updated ? [{ role: 'modified' as const, text: updated, ...place }] : []),
  ];
}

/** What the dates are chosen against. */
export function dateContext(context: VisitContext): DateContext {
  const { source, link, now, clock } = context;
  const { zone = zoneOf(source), distrustZone = false } = source.dates ?? {};
  const isNamed = source.dates?.zone !== undefined || source.timeZone !== undefined;
  const { isZoneAssumed = !isNamed } = context;
  const firstSeen = new Date(link.firstSeen);
  const months = monthsOf(source);
  return {
    now,
    firstSeen,
    zone,
    distrustZone,
    isZoneAssumed,
    ...(clock ? { clock } : {}),
    ...(months ? { months } : {}),
  };
}

/** One newsroom prints its months by one table. */
function monthsOf({ article }: SourceFacts): MonthTable | undefined {
  const rules = [article?.datePublished, article?.dateModified];
  return rules.flatMap((rule) =>
    typeof rule === 'object' && 'months' in rule ? (rule.months ?? []) : [],
  )[0];
}

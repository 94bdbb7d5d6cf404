/** Articles of a day that are likely to have been missed, by what made them so. */
export interface MissedDay {
  /** The day in the source's zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** Fell out of the source's documents between two visits. */
  readonly fallenOut: number;
  /** Stood in one route and never in the first: the feed leaves out what the sitemap has. */
  readonly unlisted: number;
}

/** What a visit says of what was missed before it. */
export interface MissedSigns {
  readonly met: number;
  readonly fresh: number;
  /** Hours since the visit before, and articles an hour that the source brings on average. */
  readonly gapHours: number;
  readonly meanRate: number;
}

/** So few links are a document that was just begun, not one that overflowed. */
const FEWEST_LINKS = 5;

/**
 * Articles that fell out before a visit could see them: none where the visit met a link it knew,
 * since documents are kept in order; else what the gap usually brings beyond what is there, and
 * one at least.
 */
export function fallenOut({ met, fresh, gapHours, meanRate }: MissedSigns): number {
  if (fresh < met || met < FEWEST_LINKS) return 0;
  return Math.max(1, Math.round(meanRate * gapHours) - met);
}

/** The day's estimate after one more visit; a new day begins at 0. */
export function addMissed(
  past: MissedDay | undefined,
  { day, fallenOut: fallen, unlisted }: MissedDay,
): MissedDay {
  if (past?.day !== day) return { day, fallenOut: fallen, unlisted };
  return { day, fallenOut: past.fallenOut + fallen, unlisted: past.unlisted + unlisted };
}

/** Articles that a day's estimate has gained. */
export function missedSince(before: MissedDay | undefined, now: MissedDay | undefined): number {
  const whole = (day: MissedDay | undefined): number => (day ? day.fallenOut + day.unlisted : 0);
  return whole(now) - (before?.day === now?.day ? whole(before) : 0);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a calendar in the zone shows, `YYYY-MM-DD`. */
export function dayOf(now: Date, zone: string): string {
  // Sweden's form of a date is that of ISO 8601.
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formats.set(zone, format);
  return format.format(now);
}

/**
 * How a place's times are to be read: as it states them, its wall clock in the source's zone (the
 * offset it states is false), or its wall clock in UTC.
 */
export type ClockRule = 'stated' | 'local' | 'utc';

/** Minutes from a publication, read in each of the ways, until its link was first met. */
export interface ClockLag {
  readonly stated: number;
  readonly local: number;
  readonly utc: number;
}

/** What is learnt of the times of one place: the feed, a meta element, JSON-LD. */
export interface PlaceClock {
  /** The newest last. */
  readonly lags: readonly ClockLag[];
  readonly rule: ClockRule;
  /** 0 to 1: how sure the rule is; 0 while too little has been observed. */
  readonly confidence: number;
}

/** What is learnt of a source's clocks, each place by its name in the evidence. */
export interface ClockProfile {
  readonly places: Readonly<Record<string, PlaceClock>>;
}

/** One publication time met on the first visit to its page. */
export interface ClockObservation {
  /** The place, as the evidence names it. */
  readonly from: string;
  readonly lag: ClockLag;
}

/** Lags remembered of each place: some days of a site, so that a mended clock is believed again soon. */
const MOST_LAGS = 32;

/** Places remembered a source: feed, sitemap and what a page has. */
const MOST_PLACES = 12;

/** How much too early a link may seem to be met, since clocks differ, in minutes. */
const SLACK = 15;

/** Observations before a rule counts: two impossible times are no accident. */
const FEWEST_IMPOSSIBLE = 2;

/** Observations before "always early" counts; a source visited once a day gives no such limit. */
const FEWEST_EARLY = 8;

/** The newest links of a site that is visited often are met within so many minutes. */
const PROMPT = 60;

/** The share of the observations that must agree. */
const SHARE = 0.75;

/** Adds an observation to what is known; pure. */
export function learnClock(
  profile: ClockProfile | undefined,
  { from, lag }: ClockObservation,
): ClockProfile {
  const places = profile?.places ?? {};
  const known = places[from];
  if (!known && Object.keys(places).length >= MOST_PLACES) return { places };
  const lags = [...(known?.lags ?? []), lag].slice(-MOST_LAGS);
  return { places: { ...places, [from]: { lags, ...judge(lags) } } };
}

const RULES = ['stated', 'local', 'utc'] as const;

/** The rule under which the lags are possible: no article is published after it was met. */
function judge(lags: readonly ClockLag[]): Omit<PlaceClock, 'lags'> {
  const impossible = countBy(lags, (minutes) => minutes < -SLACK);
  const prompt = countBy(lags, (minutes) => minutes >= -SLACK && minutes <= PROMPT);
  const isStatedImpossible =
    impossible.stated >= Math.max(FEWEST_IMPOSSIBLE, lags.length * (1 - SHARE));
  const isStatedEarly =
    lags.length >= FEWEST_EARLY && prompt.stated === 0 && impossible.stated === 0;
  if (isStatedImpossible || isStatedEarly) {
    const other = RULES.filter((rule) => rule !== 'stated' && fits(rule, impossible, lags.length))
      .toSorted((a, b) => prompt[b] - prompt[a])
      .find((rule) => isStatedImpossible || prompt[rule] >= lags.length * SHARE);
    if (other) return { rule: other, confidence: sureness(lags.length) };
  }
  const isSound = prompt.stated >= FEWEST_IMPOSSIBLE && fits('stated', impossible, lags.length);
  return { rule: 'stated', confidence: isSound ? sureness(lags.length) : 0 };
}

type Counts = Readonly<Record<ClockRule, number>>;

function countBy(lags: readonly ClockLag[], is: (minutes: number) => boolean): Counts {
  const count = (rule: ClockRule): number => lags.filter((lag) => is(lag[rule])).length;
  return { stated: count('stated'), local: count('local'), utc: count('utc') };
}

/** A planned article or a wrong clock may break a rule now and then: one in ten. */
const fits = (rule: ClockRule, impossible: Counts, all: number): boolean =>
  impossible[rule] <= all / 10;

/** Laplace's rule of succession: what has held n times holds once more with (n + 1) / (n + 2). */
const sureness = (count: number): number => (count + 1) / (count + 2);

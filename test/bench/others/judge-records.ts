import type { LoadedSite } from '../../sites/catalogue.ts';
import { scoreOf } from '../read/score.ts';
import type { Given } from './contenders.ts';

/** How the records of a contender compare with what the newsrooms wrote. */
export interface Quality {
  readonly wanted: number;
  readonly lost: number;
  /** Records beyond the first of an article. */
  readonly doubled: number;
  /** Shares of the articles wanted; body is the mean F1 of words. */
  readonly bodyF1: number;
  readonly headlines: number;
  readonly dates: number;
  readonly authors: number;
  /** Pairs of a copy and the first text of its story, of all that there are. */
  readonly copies: number;
  readonly pairs: number;
  /** Articles that were put to a story that is not theirs. */
  readonly falseJoins: number;
}

interface Gold {
  readonly url: string;
  readonly headline: string;
  readonly body: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly story?: string;
}

const decoded = (url: string): string => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

function goldOf(sites: readonly LoadedSite[], origins: ReadonlyMap<string, string>): Gold[] {
  return sites.flatMap(({ site, articles }) =>
    articles.map(({ path, headline, body, author = [], datePublished, story }) => ({
      url: decoded(`${origins.get(site.id)}${path}`),
      ...{ headline, body, authors: author },
      ...(datePublished ? { published: datePublished } : {}),
      ...(story ? { story: story.id } : {}),
    })),
  );
}

/** Compares the records with the gold: the first of each article for its fields. */
export function judgeRecords(
  records: readonly Given[],
  sites: readonly LoadedSite[],
  origins: ReadonlyMap<string, string>,
): Quality {
  const gold = goldOf(sites, origins);
  const byUrl = new Map<string, Given[]>();
  for (const one of records) {
    const url = decoded(one.url);
    byUrl.set(url, [...(byUrl.get(url) ?? []), one]);
  }
  const scores = gold.map((one) => fieldsRight(one, byUrl.get(one.url)?.[0]));
  const mean = (value: (score: Right) => number): number =>
    scores.reduce((sum, score) => sum + value(score), 0) / scores.length;
  return {
    wanted: gold.length,
    lost: gold.filter(({ url }) => !byUrl.has(url)).length,
    doubled: gold.reduce((sum, { url }) => sum + Math.max(0, (byUrl.get(url)?.length ?? 0) - 1), 0),
    bodyF1: mean(({ f1 }) => f1),
    headlines: mean(({ headline }) => Number(headline)),
    dates: mean(({ published }) => Number(published)),
    authors: mean(({ author }) => Number(author)),
    ...copiesFound(gold, (url) => byUrl.get(url)?.[0]?.story),
  };
}

interface Right {
  readonly f1: number;
  readonly headline: boolean;
  readonly author: boolean;
  readonly published: boolean;
}

function fieldsRight(gold: Gold, given: Given | undefined): Right {
  if (!given) return { f1: 0, headline: false, author: false, published: false };
  const published = Date.parse(given.published ?? '');
  const { body = '', headline = '', authors } = given;
  const answer = { body, headline, authors };
  const page = { name: '', site: '', html: '', zone: 'UTC', ...gold };
  const score = scoreOf(
    Number.isNaN(published) ? answer : { ...answer, published: new Date(published).toISOString() },
    page,
  );
  return {
    f1: score.f1,
    headline: score.headline === 'right',
    author: score.author === 'right',
    // Where the page states no date, none is right.
    published: score.published ? score.published === 'right' : given.published === undefined,
  };
}

function copiesFound(
  gold: readonly Gold[],
  storyOf: (url: string) => string | undefined,
): Pick<Quality, 'copies' | 'pairs' | 'falseJoins'> {
  const firsts = new Map<string, string>();
  const owners = new Map<string, string>();
  const counts = { copies: 0, pairs: 0, falseJoins: 0 };
  for (const { url, story = url } of gold) {
    const given = storyOf(url);
    const owner = given === undefined ? story : (owners.get(given) ?? story);
    if (given !== undefined) owners.set(given, owner);
    if (owner !== story) counts.falseJoins += 1;
    const first = firsts.get(story);
    if (first === undefined) firsts.set(story, url);
    else {
      counts.pairs += 1;
      if (given !== undefined && storyOf(first) === given) counts.copies += 1;
    }
  }
  return counts;
}

import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readText } from '../../../src/jobs/read-text.ts';
import { judgePage } from '../../../src/line/extract/drift/drift.ts';
import type { SourceProfile } from '../../../src/line/extract/drift/profile.ts';
import { Source } from '../../../src/source.ts';
import { loadSites } from '../../sites/catalogue.ts';
import type { ReplicaSite, SiteArticle } from '../../sites/site.ts';

const loaded = await loadSites();
/** Every article that was written for a replica site, in the markup of whichever site. */
const articles = loaded.flatMap((one) => one.articles);
const sites = loaded.map(({ site }) => site).filter(({ pagesOnly }) => !pagesOnly);
/** Its pages are made by script: without a browser they never hold an article. */
const SCRIPTED = 'manara-js';
const readable = sites.filter(({ id }) => id !== SCRIPTED);

const AT = '2026-11-09T08:00:00.000Z';
const FEED = 'https://jarida.test/feed';

const sourceWith = (article: object = {}): Source => ({
  id: 'jarida',
  ...Source.parse({
    name: 'الجريدة',
    homepage: 'https://jarida.test/',
    discover: [{ feed: FEED }],
    article,
  }),
});

/** One site's markup for some of the articles. */
interface Stretch {
  readonly site: ReplicaSite;
  readonly from: number;
  readonly to: number;
  readonly edit?: (html: string) => string;
  /** The first of the articles that its pages list beside the text. */
  readonly beside?: number;
}

/** What is known of a source after some of its pages, and what changed at which page. */
interface Known {
  readonly profile?: SourceProfile | undefined;
  readonly boilerplate?: ReturnType<typeof readText>['boilerplate'];
  readonly changes: readonly { what: string; at: number; signs: readonly string[] }[];
}

const NOTHING: Known = { changes: [] };

/** Reads the articles of a stretch in turn as a source's next pages. */
function readOn(
  { profile, boilerplate, changes }: Known,
  { site, from, to, edit = (html: string) => html, beside = from }: Stretch,
  source = sourceWith(),
): Known {
  const found = [...changes];
  for (const [index, article] of articles.slice(from, to).entries()) {
    const text = edit(site.page(article, articles.slice(beside, beside + 8)));
    const read = readText({ ...taskOf(article, text), source, boilerplate }, crawlers);
    boilerplate = read.boilerplate ?? boilerplate;
    if (!read.observation) continue;
    const judged = judgePage(profile, read.observation, new Date(AT));
    profile = judged.profile;
    const { signs = [] } = profile.drift ?? {};
    if (judged.change) found.push({ what: judged.change, at: from + index, signs });
  }
  return { profile, boilerplate, changes: found };
}

/** Articles that tell what is usual of a site: more than the 25 from which on fields are judged. */
const PAST = 40;

/** Each site after these: read once, and then shared by all that may follow. */
const begun = new Map<string, Known>();

function begin(site: ReplicaSite): Known {
  const known = begun.get(site.id) ?? readOn(NOTHING, { site, from: 0, to: PAST });
  begun.set(site.id, known);
  return structuredClone(known);
}

function taskOf({ path, headline, description, body, datePublished }: SiteArticle, text: string) {
  const url = `https://jarida.test${path}`;
  const page = { url, requestedUrl: url, redirects: [], status: 200, headers: {}, text };
  const transfer = { charset: 'utf-8', charsetFrom: 'meta', bytes: text.length, ms: 1, at: AT };
  const link = {
    url,
    source: 'jarida',
    route: { kind: 'feed' as const, url: FEED },
    firstSeen: AT,
    visit: 'visit-1',
    title: headline,
    summary: description ?? body.slice(0, 300),
    ...(datePublished ? { published: datePublished } : {}),
  };
  return { page: { ...page, ...transfer, via: 'http' as const }, link, now: new Date(AT) };
}

describe('a replica site', () => {
  it.each(readable.map((site) => [site.id, site] as const))(
    '%s does not drift by itself',
    (_, site) => {
      expect(readOn(begin(site), { site, from: PAST, to: PAST + 60, beside: 0 }).changes).toEqual(
        [],
      );
    },
  );

  const pairs = readable.flatMap((site, at) => {
    const next = readable[(at + 1) % readable.length] ?? site;
    const scripted = sites.find(({ id }) => id === SCRIPTED) ?? site;
    return [next, scripted].map((to) => [site.id, to.id, site, to] as const);
  });
  it.each(pairs)('%s drifts within 20 articles of the markup of %s', (_a, _b, before, after) => {
    const { changes } = readOn(begin(before), { site: after, from: PAST, to: PAST + 20 });
    expect(changes).toMatchObject([{ what: 'drifted' }]);
    expect(changes[0]?.at).toBeGreaterThanOrEqual(PAST);
  });
});

describe("a source whose operator's selectors fit the template before", () => {
  const [site] = readable.filter(({ id }) => id === 'almarsa');
  const renamed = (html: string): string =>
    html.replaceAll('entry-content', 'single-copy').replaceAll('entry-title', 'single-head');

  it('drifts when their classes get other names', () => {
    if (!site) throw new TypeError('almarsa');
    const source = sourceWith({ headline: '.entry-title', body: '.entry-content' });
    const fitting = readOn(NOTHING, { site, from: 0, to: PAST }, source);
    const { changes } = readOn(fitting, { site, from: PAST, to: PAST + 20, edit: renamed }, source);
    expect(changes).toMatchObject([
      { what: 'drifted', signs: expect.arrayContaining(['place of articleBody']) },
    ]);
  });
});

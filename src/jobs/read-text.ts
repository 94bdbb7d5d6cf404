import type { Crawler } from '../crawler.ts';
import { datesOfRoute } from '../line/discover/routes/index.ts';
import { readArticle } from '../line/extract/article.ts';
import { type Boilerplate, learnBoilerplate } from '../line/extract/boilerplate.ts';
import { type Document, parseDocument } from '../line/extract/document.ts';
import { observePage, type PageObservation } from '../line/extract/drift/observation.ts';
import { ruleMatches } from '../line/extract/rule-matches.ts';
import type { ClockProfile } from '../line/normalize/clock.ts';
import { learnClocks } from '../line/normalize/clock-observation.ts';
import { normalize } from '../line/normalize/draft.ts';
import type { ArticleDraft } from '../record/article.ts';
import type { Page } from '../record/fetched-page.ts';
import type { Link } from '../record/link.ts';
import type { SelectorMatches } from '../record/named-selectors.ts';
import type { NoArticle } from '../record/reading.ts';
import type { Source } from '../source.ts';
import { stopwatch } from './stopwatch.ts';

/** A page that came, with all that reading it needs: plain values, which a thread takes too. */
export interface ReadTask {
  readonly page: Page;
  readonly link: Link;
  readonly source: Source;
  readonly boilerplate?: Boilerplate | undefined;
  readonly clock?: ClockProfile | undefined;
  readonly now: Date;
}

/** What reading gave, and what it taught: a memory is absent where nothing changed in it. */
export interface TextRead {
  readonly found: ArticleDraft | NoArticle;
  readonly boilerplate?: Boilerplate | undefined;
  readonly clock?: ClockProfile | undefined;
  /** How the page was read; absent where its kind says nothing of the site's template. */
  readonly observation?: PageObservation | undefined;
  /** Which selectors of the source's file found something; absent where `observation` is. */
  readonly selectors?: SelectorMatches | undefined;
  /** The AMP twin that a page names which has no article, or hardly more than a lead. */
  readonly amp?: string | undefined;
  /** Time of each step, ms. */
  readonly steps: { readonly extract: number; readonly normalize: number };
}

/**
 * A text of fewer words may be the lead that a site shows before its "read more": where the page
 * names an AMP twin, that is looked at as well. Briefs of news agencies have 40 and more.
 */
const LEAD_WORDS = 40;

/** Reads a page in this process or in a thread. */
export type ReadText = (task: ReadTask) => Promise<TextRead>;

/** From the text of a page to the article's draft. Pure. @throws SelectorCostError */
export function readText(task: ReadTask, crawlers: readonly Crawler[]): TextRead {
  const { page, link, source, boilerplate, clock, now } = task;
  const watch = stopwatch();
  const document = watch.time('extract', () => parseDocument(page.chunks ?? page.text, page.url));
  const place = { source, link, crawlers, fetchedAt: page.at };
  const context = { ...place, ...(boilerplate ? { boilerplate } : {}) };
  const read = watch.time('extract', () => readArticle(document, context));
  const learnt = learnBoilerplate(boilerplate, document);
  const taught = learnt === boilerplate ? {} : { boilerplate: learnt };
  if (read.kind !== 'article') {
    const observation = observePage(document, read, { link, boilerplate });
    const amp = findAmp(document);
    const selectors = observation && ruleMatches(document, source.article);
    return { found: read, ...taught, observation, selectors, amp, steps: stepsOf(watch.steps()) };
  }
  const routeDates = datesOfRoute(link.route.kind);
  const about = { source, link, routeDates, page, now, ...(clock ? { clock } : {}) };
  const clocks = learnClocks(read, about);
  const found = watch.time('normalize', () => normalize(read, about));
  const observation = watch.time('extract', () =>
    observePage(document, found, { link, boilerplate }),
  );
  const selectors = ruleMatches(document, source.article);
  const amp = found.wordCount < LEAD_WORDS ? findAmp(document) : undefined;
  return {
    found,
    ...taught,
    observation,
    selectors,
    ...(amp === undefined ? {} : { amp }),
    ...(clocks && clocks !== clock ? { clock: clocks } : {}),
    steps: stepsOf(watch.steps()),
  };
}

const stepsOf = ({ extract = 0, normalize = 0 }: Record<string, number>) => ({
  extract,
  normalize,
});

/** The AMP twin that a page names, made absolute. */
function findAmp(document: Document): string | undefined {
  const href = document.query()('link[rel=amphtml]').attr('href');
  return href && URL.canParse(href, document.url) ? new URL(href, document.url).href : undefined;
}

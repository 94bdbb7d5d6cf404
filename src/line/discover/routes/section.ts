import { z } from 'zod';
import type { Page } from '../../../record/fetched-page.ts';
import { Selector } from '../../../record/route.ts';
import {
  type RouteContext,
  type RouteDefinition,
  type RouteReading,
  STATED_DATES,
} from './route.ts';

const settings = {
  links: Selector.optional().describe('Selector of the links to articles'),
  pages: z.number().int().min(1).max(20).optional().describe('Next pages to follow'),
};

/** Pages of one listing that a backfill turns: at 20 headlines a page 10,000 articles. */
const TURNED_BACK = 500;

/** Sections that are tried: the first of a menu are the ones that matter. */
const MOST_TRIED = 6;

/** Sections looked at where a feed or a sitemap works: they only tell whether those are fresh. */
const MOST_BESIDE = 2;

/** Pages that list articles. */
export const section = {
  about: 'A page that lists articles',
  settings,
  label: 'a page that lists articles',
  // The system that prints the page writes them, for its readers.
  dates: { ...STATED_DATES, isOwnClock: false, isProse: true },
  first: (url, { links, pages = 1 }) => ({ url, further: pages - 1, ...(links ? { links } : {}) }),
  read: readListing,
  past: {
    stage: 'listings',
    begin: (first, span) => ({ ...first, further: TURNED_BACK, span }),
  },
  survey: {
    candidates: (home) => [
      // The home page lists the newest of all sections.
      ...[home, ...home.sections.slice(0, MOST_TRIED)].map(({ url }) => ({
        url,
        isNamed: true,
      })),
      // Where scripts draw the home page, its AMP twin has the cards.
      ...(home.amp ? [{ url: home.amp, isNamed: false }] : []),
    ],
    isFound: (links) => links.length > 0,
    most: { alone: 1 + MOST_TRIED, beside: MOST_BESIDE },
    isNamedByArticles: false,
    isMissed: false,
  },
} satisfies RouteDefinition<typeof settings>;

async function readListing(
  { text, url }: Page,
  { task, crawler }: RouteContext,
): Promise<RouteReading> {
  const { loadTree } = await import('../../../markup.ts');
  const { readSection } = await import('../section.ts');
  const { isBefore } = await import('../archive-span.ts');
  const { findNextPage } = await import('../section/next-page.ts');
  const $ = loadTree(text);
  const rules = {
    ...(task.links ? { selector: task.links } : {}),
    ...(crawler?.discover ? { crawler } : {}),
  };
  const selected = readSection($, { url, ...rules });
  // After a redesign the rules find nothing: better the cards than a source that falls silent.
  const isFallback = selected.length === 0 && Object.keys(rules).length > 0;
  const entries = isFallback ? readSection($, { url }) : selected;
  const isOver = task.span !== undefined && isBefore(entries, task.span);
  const next = task.further > 0 && !isOver ? findNextPage($, { url }) : undefined;
  return {
    entries,
    further: next ? [{ ...task, url: next, further: task.further - 1 }] : [],
    ...(isFallback ? { mended: { 'no-match': 1 } } : {}),
  };
}

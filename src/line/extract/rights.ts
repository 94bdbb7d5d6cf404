import type { PageRights } from '../../record/reading.ts';
import type { PageFacts } from './page-facts.ts';

/** Directives against use for text mining or AI, as sites and the TDM protocol write them. */
const OPT_OUT = /\b(?:noai|noimageai|noml)\b/i;

/** Robots directives that the record tells of; `none` is `noindex, nofollow`. */
const DIRECTIVES = /\b(?:noindex|none|noarchive)\b/i;

/** What the page itself says of its use: robots directives, TDM reservation, paywall. */
export function readRights({ metadata, article }: PageFacts): PageRights {
  const robots = [
    ...(metadata.meta.get('robots') ?? []),
    ...(metadata.meta.get('googlebot-news') ?? []),
  ];
  const optOut = robots.find((line) => OPT_OUT.test(line));
  // TDM Reservation Protocol (W3C community group): 1 means reserved.
  const reserved = metadata.meta.get('tdm-reservation')?.[0] === '1';
  const free = article?.isAccessibleForFree;
  const tier = metadata.meta.get('article:content_tier')?.[0];
  const line =
    optOut ?? (reserved ? 'tdm-reservation: 1' : robots.find((one) => DIRECTIVES.test(one)));
  return {
    noindex: robots.some((one) => /\bnoindex\b|\bnone\b/i.test(one)),
    noarchive: robots.some((one) => /\bnoarchive\b/i.test(one)),
    aiOptOut: optOut !== undefined || reserved,
    paywalled:
      free === false || /^false$/i.test(String(free)) || tier === 'locked' || tier === 'metered',
    line: line ?? null,
  };
}

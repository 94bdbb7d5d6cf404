import { expect, it } from 'vitest';
import { ROUTE_KINDS } from '../../../src/line/discover/routes/index.ts';
import { scoreReadings } from '../../../src/line/extract/repair/score.ts';
import { deliveryOf } from '../../deliveries.ts';

const DATE = '2026-11-13T09:00:00+02:00';

/** How well a date is read that stands at `from`, of a link that a route of the kind named. */
function scoreOf(from: string, route: string): number {
  const { record } = deliveryOf(1, 1, { datePublished: DATE });
  const evidence = { ...record.evidence, datePublished: { from, text: DATE, confidence: 0.9 } };
  const known = { prose: [], authors: [], published: Date.parse(DATE), route };
  return scoreReadings([{ found: { ...record, evidence }, known }]).score;
}

it.each(ROUTE_KINDS)(
  'counts the date of a route of the kind %s half, and a date of the page whole',
  (kind) => {
    expect(scoreOf(kind, kind)).toBe(0.5);
    expect(scoreOf('article:published_time', kind)).toBe(1);
  },
);

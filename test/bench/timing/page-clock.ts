import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readArticle } from '../../../src/index.ts';

/** What a folder of real pages says of its pages, of that what is read here. */
const Manifest = z.object({
  pages: z.array(
    z.object({
      file: z.string(),
      url: z.string().nullish(),
      gold: z.object({ published: z.string().nullish() }).nullish(),
    }),
  ),
});

/** How many articles were published in each hour of the day, and on each day of the week from Sunday. */
export interface PageClock {
  readonly pages: number;
  readonly outlets: number;
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/**
 * When newsrooms publish, from real pages with gold: days by the gold, hours where the page states
 * a time of that same day, on the newsroom's own clock as the page prints it.
 */
export function pageClock(folder: string): PageClock {
  const { pages } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const [hours, weekdays] = [new Array<number>(24).fill(0), new Array<number>(7).fill(0)];
  const outlets = new Set<string>();
  for (const { file, url, gold } of pages) {
    const day = gold?.published?.slice(0, 10);
    if (!day || !url) continue;
    outlets.add(new URL(url).hostname);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1;
    const time = statedTime(readPage(join(folder, 'pages', file)), url);
    if (time?.slice(0, 10) !== day) continue;
    const hour = Number(time.slice(11, 13));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const count = weekdays.reduce((sum, one) => sum + one, 0);
  return { pages: count, outlets: outlets.size, hours, weekdays };
}

function readPage(path: string): string {
  const bytes = readFileSync(existsSync(path) ? path : `${path}.gz`);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The wall clock of a page's date, where it has a time other than midnight, which stands for none. */
function statedTime(html: string, url: string): string | undefined {
  const reading = readArticle(html, { url });
  if ('kind' in reading || reading.datePrecision === 'day') return undefined;
  const time = reading.datePublished?.slice(0, 16);
  return time?.endsWith('T00:00') ? undefined : time;
}

import { firstTask, kindOf, type RouteTask, urlOf } from '../line/discover/routes/index.ts';
import { hostKey } from '../line/fetch/host-key.ts';
import type { NamedSitemaps } from '../record/named-sitemaps.ts';
import type { Source } from '../source.ts';
import type { VisitDependencies } from './dependencies.ts';

/** Sitemaps that a source takes up by itself; a site that names more each day is looked into. */
const MOST_ADOPTED = 5;

/** As many names are kept as sites have sitemaps: portals name one a section and year. */
const MOST_NAMED = 500;

const DAY_MS = 86_400_000;

/**
 * The documents of sitemaps that robots.txt has come to name since the source is visited, for a
 * source that is read by sitemaps: looked for once a day, and asked for while they are named.
 * @param lastGoodAt Unix ms of the good visit before; absent on the first
 */
export async function newSitemaps(
  source: Source,
  lastGoodAt: number | undefined,
  deps: Pick<VisitDependencies, 'sitemaps' | 'sitemapsOf' | 'now'>,
): Promise<RouteTask[]> {
  const own = source.discover.filter((route) => kindOf(route) === 'newsSitemap').map(urlOf);
  const [first] = own;
  if (first === undefined) return [];
  const known = await deps.sitemaps.load(source.id);
  const isNewDay = dayOf(lastGoodAt ?? 0) !== dayOf(deps.now().getTime());
  const { adopted } =
    known && !isNewDay ? known : await lookAgain(first, { known, own, source, deps });
  return adopted.map((newsSitemap) => ({ ...firstTask({ newsSitemap }), isFromRobots: true }));
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** The first look only notes what stands there: the operator chose among those. */
async function lookAgain(
  first: string,
  look: {
    known: NamedSitemaps | undefined;
    own: readonly string[];
    source: Source;
    deps: Pick<VisitDependencies, 'sitemaps' | 'sitemapsOf'>;
  },
): Promise<NamedSitemaps> {
  const { known, own, source, deps } = look;
  const here = new URL(first);
  const named = (await deps.sitemapsOf(here.origin)).filter(
    (url) => URL.canParse(url) && hostKey(new URL(url)) === hostKey(here),
  );
  const before = new Set(known?.named ?? named);
  const isOpen = (url: string): boolean => !before.has(url) || (known?.adopted ?? []).includes(url);
  const adopted = named.filter((url) => isOpen(url) && !own.includes(url)).slice(0, MOST_ADOPTED);
  const next = { named: [...new Set([...before, ...named])].slice(0, MOST_NAMED), adopted };
  await deps.sitemaps.save(source.id, next);
  return next;
}

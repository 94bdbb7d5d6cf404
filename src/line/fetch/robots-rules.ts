import { parseRobots, type Robots } from './robots.ts';
import { type RobotsStore, siteText } from './site-text.ts';

/** The rules of origins. */
export interface RobotsRules {
  /**
   * The rules of `origin`, asked for by `fetchText` where none are kept.
   * @throws RulesUnknownError where the file was never read and cannot be read now; what `fetchText`
   * throws where the site cannot be reached
   */
  readonly of: (origin: string, fetchText: () => Promise<string>) => Promise<Robots>;
}

/** Parsed rules kept in the process, and for how long they stand in for what Redis holds. */
const PARSED = { most: 500, ms: 60_000 } as const;

/** Rules through a store shared by all workers, `now` from the clock given. */
export function robotsRules(store: RobotsStore, now: () => number): RobotsRules {
  const parsed = new Map<string, { robots: Robots; until: number }>();
  return {
    async of(origin, fetchText) {
      const known = parsed.get(origin);
      if (known && known.until > now()) return known.robots;
      const look = { store, fetchText, now: now(), whenDown: 'refuse' } as const;
      const robots = parseRobots(await siteText(origin, look), `${origin}/robots.txt`);
      parsed.delete(origin);
      if (parsed.size >= PARSED.most) parsed.delete(parsed.keys().next().value ?? '');
      parsed.set(origin, { robots, until: now() + PARSED.ms });
      return robots;
    },
  };
}

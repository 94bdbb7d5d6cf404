import { dryTools } from '../jobs/dry-run.ts';
import { boundedAsk } from '../jobs/survey/budget.ts';
import type { Tools } from '../jobs/tools.ts';
import type { Ask } from '../line/fetch/manners.ts';
import { parseRobots } from '../line/fetch/robots.ts';
import { plainText } from '../operate/plain-text.ts';
import { redisRobotsStore } from '../state/robots-store.ts';
import { type House, openHouse } from './house.ts';
import { patientAsk } from './patience.ts';
import { checkContactFor, openWorkshop } from './workshop.ts';

/** What a command works with that asks one site, leaving no trace. */
export interface SiteDesk {
  readonly house: House;
  /** They wait for hosts' slots, and ask for no more than the bound. */
  readonly tools: Tools;
  /** Documents asked for so far. */
  readonly asked: () => number;
  /** The sitemaps that an origin's robots.txt names, once something of it was asked for. */
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
  /** @throws ConfigError where the site is real and no contact is set */
  readonly checkContact: (source: { id: string; homepage: string }) => void;
}

/** Opens a house for trials of one site, and closes it when the work is done. */
export async function withSiteDesk<T>(
  { config, most }: { config: string; most: number },
  work: (desk: SiteDesk) => Promise<T>,
): Promise<T> {
  const house = await openHouse(config);
  const workshop = await openWorkshop(house, () => {});
  const robots = redisRobotsStore(house.redis, house.keys);
  const { ask, asked } = boundedAsk(shownAsk(workshop.tools.ask), most);
  try {
    return await work({
      house,
      asked,
      tools: dryTools({ ...workshop.tools, ask: patientAsk(ask) }),
      sitemapsOf: async (origin) => parseRobots((await robots.get(origin))?.text ?? '').sitemaps,
      checkContact: (source) => checkContactFor(source, house.catalogue.settings),
    });
  } finally {
    await workshop.close();
    await house.close();
  }
}

/** Shows at a terminal what is asked for: with pauses, a trial takes minutes. */
function shownAsk(ask: Ask): Ask {
  return async (question, source) => {
    const page = await ask(question, source);
    if (process.stderr.isTTY) process.stderr.write(`${plainText(question.url)}\n`);
    return page;
  };
}

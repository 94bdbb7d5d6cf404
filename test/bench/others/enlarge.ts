/** The demo's replica sites with more articles than they have: the same makes, drawn texts, known gold. */

import type { LoadedSite } from '../../sites/catalogue.ts';
import { readClock } from '../../sites/clock.ts';
import type { SiteArticle } from '../../sites/site.ts';
import { type Chance, chance } from '../copies/chance.ts';
import { newText, shortText } from '../copies/newsday.ts';
import { EDITS, type Edit, type Text } from '../copies/newsroom.ts';

/** Edits after which every copy still tells what its original told; the hard ones have a bench of their own (`copies`). */
const EASY = ['new headline', '30 % cut', '5 % of words', 'half cut', 'reordered', 'expanded'];

/** Every third drawn text is run by two more newsrooms. */
const COPIED_EVERY = 3;
const COPIES = 2;

/** A minute an article, so that no two of a site have one time: some make an identity of it. */
const FIRST_AT = Date.UTC(2026, 10, 12, 5);
const MINUTE_MS = 60_000;

/** What in `print` says which paragraph is what: it fits the article's own text alone. */
const OF_THE_TEXT = ['heads', 'items', 'quotes', 'pictures', 'gallery', 'player', 'month'];

/** Adds drawn articles to sites in turn, until there are so many in all. The same seed, the same articles. */
export function enlarge(sites: readonly LoadedSite[], count: number, seed: number): LoadedSite[] {
  const draw = chance(seed);
  const made = sites.map((site) => ({
    ...site,
    articles: site.articles.filter(({ inFeed }) => inFeed !== false),
  }));
  let number = made.flatMap(({ articles }) => articles).length;
  for (let story = 0; number < count; story += 1) {
    const text = story % 2 === 0 ? newText(draw) : shortText(draw);
    const newsrooms = story % COPIED_EVERY === 0 ? 1 + COPIES : 1;
    for (let copy = 0; copy < newsrooms && number < count; copy += 1, number += 1) {
      const at = (story + copy) % made.length;
      const own = copy === 0 ? text : edited(text, draw);
      const told = newsrooms > 1 ? { story: storyOf(story, copy) } : {};
      const article = drawnFor(sites[at], own, number);
      if (article) made[at]?.articles.push({ ...article, ...told });
    }
  }
  return made;
}

/** In the place of one of the site's own articles, each of which has its turn. */
function drawnFor(
  site: LoadedSite | undefined,
  text: Text,
  number: number,
): SiteArticle | undefined {
  const model = site?.articles[Math.floor(number / COPIED_EVERY) % site.articles.length];
  return site && model && drawn(model, text, { number, zone: zoneOf(site) });
}

const storyOf = (story: number, copy: number): NonNullable<SiteArticle['story']> => ({
  id: `drawn-${story}`,
  role: copy === 0 ? 'original' : 'copy',
});

function edited(text: Text, draw: Chance): Text {
  const edits = EDITS.filter(({ name }) => EASY.includes(name));
  const edit: Edit = draw.pick(edits);
  return edit.make(text, draw);
}

const zoneOf = ({ source = '' }: LoadedSite): string =>
  /timeZone:\s*(\S+)/u.exec(source)?.[1] ?? 'UTC';

/** An article in the place of one that the site has: byline, credit and section are that one's. */
function drawn(
  model: SiteArticle,
  text: Text,
  { number, zone }: { number: number; zone: string },
): SiteArticle {
  const { story: _story, description: _of, dateModified: _later, ...kept } = model;
  const datePublished = new Date(FIRST_AT + number * MINUTE_MS).toISOString().replace('.000', '');
  const print = Object.entries(model.print ?? {}).filter(([name]) => !OF_THE_TEXT.includes(name));
  return {
    ...kept,
    path: pathOf(model.path, number),
    headline: text.headline,
    body: text.body.join('\n\n'),
    datePublished,
    print: {
      ...Object.fromEntries(print),
      ...(model.print?.day ? { day: String(readClock(datePublished, zone).day) } : {}),
      ...(model.print?.node ? { node: String(900_000 + number) } : {}),
      ...(model.print?.offset ? { offset: '+03:00' } : {}),
    },
  };
}

/** A path of the same form that no article has; a day in it is the day of all drawn articles. */
function pathOf(model: string, number: number): string {
  const path = model
    .replace(/^(\/\w+)?\/2026\/\d+\/\d+(?=\/)/u, '$1/2026/11/12')
    .replace(/^\/2026\/\d+(?=\/\D)/u, '/2026/11');
  if (/[?&]\w+=\d+$/u.test(path)) return path.replace(/\d+$/u, String(900_000 + number));
  if (/\/\d+(?=$|-[^/]*$)/u.test(path))
    return path.replace(/\/\d+(?=$|-[^/]*$)/u, `/${9_000_000 + number}`);
  return path.replace(/(?=\/?$|\.html$)/u, `-${number}`);
}

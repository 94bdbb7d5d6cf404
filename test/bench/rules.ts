/**
 * What each rule of removal and each crawler is there for: `npm run bench -- rules [FOLDER…]`. Reads
 * every page once more with each of them switched off and prints how many pages change, and how many
 * of them get worse or better against the gold. Over the replica sites' pages that are tuned on and the
 * pages that were written for one rule or crawler each, or over folders with a `manifest.json`.
 */
import { crawlers } from '../../crawlers/index.ts';
import { parseDocument } from '../../src/line/extract/document.ts';
import { removalRules } from '../../src/line/extract/removal/removal.ts';
import { crawlerPages, H, PARAGRAPHS, rulePages } from '../unit/extract/rule-pages.ts';
import type { Answer } from './read/answer.ts';
import { folderSets, type GoldPage, replicaSets } from './read/gold.ts';
import { readAnswer } from './read/marsad.ts';
import { type Score, scoreOf, type Verdict } from './read/score.ts';

/** One rule or crawler that is switched off. */
interface Switch {
  readonly name: string;
  readonly read: (page: GoldPage) => Answer;
}

/** Runs the bench; arguments are folders. */
export async function run(folders: string[]): Promise<void> {
  const [tuned] = folders.length > 0 ? [] : await replicaSets();
  const sets = tuned
    ? [tuned, { name: 'of one rule', pages: ownPages }]
    : folders.flatMap(folderSets);
  const pages = sets.flatMap((set) => set.pages);
  const whole = pages.map((page) => readWith(page, {}));
  console.log(`${pages.length} pages; switched off: pages changed, of them worse, better`);
  const idle = switches().filter(({ name, read }) => {
    const changes = pages.flatMap((page, at) => changeOf(page, whole[at], read(page)) ?? []);
    const count = (sign: number): number => changes.filter((one) => Math.sign(one) === sign).length;
    console.log(`  ${name.padEnd(30)} ${changes.length}  ${count(-1)}  ${count(1)}`);
    return changes.length === 0;
  });
  console.log(`change nothing: ${idle.map(({ name }) => name).join(', ') || 'none'}`);
}

/** Pages that go wrong without one rule or crawler. */
const ownPages: readonly GoldPage[] = Object.entries({ ...rulePages, ...crawlerPages }).map(
  ([name, html]) => ({
    ...{
      name,
      html,
      site: 'aldaffa.test',
      url: 'https://aldaffa.test/2026/11/bridge',
      zone: 'UTC',
    },
    ...{ headline: H, body: PARAGRAPHS.join('\n\n') },
  }),
);

function switches(): readonly Switch[] {
  return [
    ...removalRules.map((name) => ({
      name: `rule ${name}`,
      read: (page: GoldPage) => readWith(page, { without: new Set([name]) }),
    })),
    ...crawlers.map((crawler) => ({
      name: `crawler ${crawler.name}`,
      read: (page: GoldPage) =>
        readWith(page, { crawlers: crawlers.filter((one) => one !== crawler) }),
    })),
  ];
}

function readWith({ html, url, site, zone }: GoldPage, change: object): Answer {
  const context = { crawlers, ...change };
  return readAnswer(parseDocument(html, url), { context, at: { url, site, zone } });
}

/** Below 0 where the page got worse, above where it got better; undefined where it did not change. */
function changeOf(page: GoldPage, before: Answer | undefined, after: Answer): number | undefined {
  if (!before || factsOf(before) === factsOf(after)) return undefined;
  return sumOf(scoreOf(after, page)) - sumOf(scoreOf(before, page));
}

const factsOf = ({ body, headline, authors, published, sections }: Answer): string =>
  JSON.stringify([body, headline, authors, published, sections]);

const sumOf = ({ f1, headline, author, published }: Score): number =>
  f1 + worthOf(headline) + worthOf(author) + worthOf(published);

/** A wrong field is worse than an absent one. */
const WORTH: Readonly<Record<Verdict, number>> = { right: 1, absent: 0, wrong: -1 };

const worthOf = (verdict: Verdict | undefined): number =>
  verdict === undefined ? 0 : WORTH[verdict];

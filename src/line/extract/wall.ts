import { matchKey } from '../../arabic/key.ts';
import type { NoArticle } from '../../record/reading.ts';
import { textOf } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import {
  CHALLENGE_SCRIPT,
  challengeTitles,
  consentPhrases,
  missingPhrases,
} from './wall-phrases.ts';

/** A wall holds little text; an article that quotes its words holds more. */
const WALL_WORDS = 150;

/** Longest title of a missing page, in words: a headline that begins so goes on. */
const TITLE_WORDS = 9;

/** Scripts and characters of each that are looked into for a challenge. */
const SCRIPTS = 20;
const SCRIPT_LENGTH = 20_000;

const CHALLENGES = challengeTitles.map(matchKey);
const CONSENT = consentPhrases.map(matchKey);
const MISSING = missingPhrases.map(matchKey);

/** What stands on the page in place of an article: a challenge, a consent wall, `not found`. */
export function findWall(
  facts: PageFacts,
  { headline, words, tops }: { headline: string; words: number; tops: readonly string[] },
): NoArticle | undefined {
  if (words > WALL_WORDS) return undefined;
  const titles = [headline, facts.metadata.title ?? ''].map(matchKey);
  const challenge = CHALLENGES.find((phrase) => titles.some((title) => title.startsWith(phrase)));
  if (challenge) return { kind: 'bot-wall', reason: `the title of a bot challenge: ${challenge}` };
  if (words < LITTLE_WORDS && hasChallengeScript(facts))
    return { kind: 'bot-wall', reason: 'a script of a bot challenge and no text' };
  const said = [...titles, ...tops.map(matchKey)].map(withoutSorry);
  const missing =
    MISSING.find((phrase) => said.some((title) => isMissing(title, phrase))) ??
    (words < LITTLE_WORDS ? missingInText(facts) : undefined);
  if (missing) return { kind: 'soft-404', reason: `the page says: ${missing}` };
  const texts = facts.document.blocks
    .slice(0, MAX_BLOCKS)
    // A footer links to its cookie settings; a wall asks.
    .filter(({ linkShare }) => linkShare < 0.5)
    .map(({ text }) => matchKey(text));
  const consent = CONSENT.find((phrase) => texts.some((text) => text.startsWith(phrase)));
  const isAll = facts.document.blocks.length <= FEW_BLOCKS;
  if (consent && (words < LITTLE_WORDS || isAll))
    return { kind: 'consent-wall', reason: `asks for consent: ${consent}` };
  return undefined;
}

/** So few words are no article beside a challenge or a consent form. */
const LITTLE_WORDS = 60;

/** A page of so few blocks holds nothing beside the form. */
const FEW_BLOCKS = 12;

/** Blocks of a page that are read for the words of a consent form. */
const MAX_BLOCKS = 80;

/** What such pages begin with. */
const withoutSorry = (key: string): string =>
  key.replace(/^(?:عذرا|عفوا|ناسف|نعتذر|للاسف|معذره|sorry|oops|oups|desole) /u, '');

/** Phrases of so many words tell it at the start of a paragraph, too: `هذا الخبر لم يعد متاحا`. */
const TELLING_WORDS = 3;

function missingInText({ document }: PageFacts): string | undefined {
  const telling = MISSING.filter((phrase) => phrase.split(' ').length >= TELLING_WORDS);
  const texts = document.blocks
    .filter(({ endsSentence, linkShare }) => endsSentence && linkShare < 0.5)
    .map(({ text }) => withoutSorry(matchKey(text)));
  return telling.find((phrase) => texts.some((text) => text.startsWith(`${phrase} `)));
}

function isMissing(title: string, phrase: string): boolean {
  const words = title.split(' ').length;
  return title === phrase || (words <= TITLE_WORDS && title.startsWith(`${phrase} `));
}

function hasChallengeScript({ document }: PageFacts): boolean {
  const scripts = document.head.filter(({ name }) => name === 'script').slice(0, SCRIPTS);
  return scripts.some((script) => {
    const text = textOf(script);
    const ends = text.slice(0, SCRIPT_LENGTH) + text.slice(-SCRIPT_LENGTH);
    return CHALLENGE_SCRIPT.test(`${script.attribs.src ?? ''} ${ends}`);
  });
}

import { SHORT_WORDS } from './story-text.ts';

/**
 * The rule by which a new text joins a story, or opens one. `scripts/decide.lua` states the same
 * rule for the atomic step; a property test holds both together. All shares in thousandths. The
 * numbers were set on generated newsdays (`npm run bench -- copies`) and are checked on others.
 */
export const RULE = {
  /** From this share of index entries that six stories have, a text is written by form. */
  templated: 300,
  /** Below this many words form and chance cannot be told apart by shingles. */
  shortWords: SHORT_WORDS,
  /** Texts by form: of nearly one day, nearly identical, every number and the subject agree. */
  formDays: 2,
  formShare: 600,
  formPairs: 800,
  formMissing: 250,
  /** A subject of fewer words is chance: a new headline shares some word with any body. */
  subject: 3,
  /**
   * Other texts: the share of the numbers that must agree. Of few, half may be a lead's; of many,
   * which are a table, some agree by chance (temperatures, minutes).
   */
  fewNumbers: 4,
  ofFewNumbers: 500,
  numbers: 600,
  manyNumbers: 8,
  ofManyNumbers: 750,
  /** Six numbers and more must agree in their order too, unless all else does. */
  pairs: 500,
  pairsFrom: 6,
  /** Both lack some of the other's subject, one of them this share: they are about two things. */
  missing: 400,
  /** Half of a subject missing on one side, where less than this is shared, says the same. */
  ownSubject: 500,
  ownShare: 800,
  /** Four numbers that agree on both sides outweigh another subject: a lead of one's own. */
  knownShare: 700,
  knownNumbers: 4,
  ofKnownNumbers: 600,
  /** Above it one number may be another: that of a lead of one's own. */
  loneNumber: 800,
  /** From this share on the order of numbers cannot contradict: paragraphs were moved. */
  whole: 850,
  /** One text is contained in the other. */
  contained: 600,
  /**
   * Both shares together, for texts of like length: a short text quoted in a later one of its
   * subject has two thirds of it there, but makes up little of the later one.
   */
  bothShares: 1150,
  /** Less is shared in a row, but most single words are: words or sentences were exchanged. */
  exchanged: 220,
  exchangedWords: 660,
  /**
   * A text of fewer words than this for a thousand of the other is a part of it, or made of parts
   * of several: this much of it must be in the other.
   */
  part: 600,
  partShare: 750,
  /** Of fewer still, it is a quotation unless nearly all of it is there and the subject is too. */
  quoted: 400,
  quotedShare: 850,
  /** Made of pieces of several stories: it joins only what is the same collection. */
  collected: 800,
  /** Between these a copy is neither abridged nor expanded. */
  abridged: 820,
  expanded: 1250,
  /** Stories are joined within 30 days. */
  days: 30,
} as const;

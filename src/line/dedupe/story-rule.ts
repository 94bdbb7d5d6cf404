/**
 * The numbers of the rule by which two texts tell one story. Shares are 0 to 1. They were set on
 * generated newsdays (`npm run bench -- copies`) and are checked on others.
 */
export const RULE = {
  /** Stories are joined within 30 days. */
  days: 30,
  /** What is shared in a row makes up this much of one of them. */
  contained: 0.42,
  /** The same where the subject is met, or two numbers stand in their places. */
  containedKnown: 0.33,
  knownNumbers: 2,
  /** Less is shared in a row, but most single words are: words or sentences were exchanged. */
  exchanged: 0.22,
  exchangedWords: 0.72,
  /** The shorter text has less than this of the longer one's length: it must be a part of it. */
  part: 0.5,
  partShare: 0.6,
  /** Below this it is a quotation, unless nearly all of it is there and the subject is too. */
  quoted: 0.4,
  quotedShare: 0.85,
  quotedMissing: 0.34,
  /** Made of pieces of several stories: it joins only what is the same collection. */
  collected: 0.8,
  /** Of the numbers that stand in one place of both texts, as many must be the same. */
  numbersAgree: 0.8,
  /** In a table, many stand beside other numbers: as many must be known at all, of so many. */
  table: 5,
  tableAgrees: 0.65,
  fewNumbers: 3,
  /** A subject of one word is chance: a new headline shares some word with any body. */
  subject: 2,
  /** A new headline shares this many words with any body, and of them most with the body it replaces. */
  newHeadline: 3,
  newMissing: 0.6,
  /** Each lacks this much of the other's subject: they are about two people, two places. */
  missing: 0.5,
  /** Each lacks some: a lead and a headline of one's own, if the rest carries it by this much. */
  carried: 0.7,
  /**
   * A lead is a sentence or two: where no more runs of words are lost, half of the text carries a join.
   * More is a text of its own that ends in the same background.
   */
  longestLead: 55,
  leadCarried: 0.5,
  carriedBoth: 1.15,
  /** The same where no number is shared. */
  carriedBare: 0.8,
  /** What carries a join where one headline says nothing of its body, and with a number in its place. */
  package: 0.57,
  packageNumbered: 0.47,
  /** The same where both headlines do, beside four numbers. */
  packageBoth: 0.8,
  /** Of two texts by one form that share fewer runs, as many words must be the same. */
  formWords: 0.85,
  /** The same where neither headline says what its text is about. */
  formUnknown: 0.85,
  /** Where all of both subjects differs, the rest has to be more. */
  openingBoth: 1.25,
  /** One lacks more than this of the other's subject. */
  oneMissing: 0.34,
  oneCarried: 0.45,
  /** A lead is a sentence of 15 words or more: fewer runs of words lost are names exchanged. */
  lead: 15,
  /** Beside four numbers in their places, and none of its own, a shorter passage is a lead too. */
  shortLead: 10,
  /** A text of fewer words says too little for a lead of one's own. */
  shortWords: 45,
  /** Forms are shorter than this: rates, verdicts, obituaries. */
  longWords: 150,
  /** A subject of fewer words that only one text states is chance. */
  loneSubject: 3,
  /** Two texts are one version of it: the later one is not kept beside the other. */
  version: 0.95,
  /** What is abridged has lost this share and added less; expanded the other way round. */
  abridged: 0.82,
  onlyAbridged: 0.9,
  expanded: 1.25,
  /** A line of credit and a closing sentence are no expansion: so many words are, or half as much. */
  expandedWords: 40,
  muchExpanded: 1.5,
  /** All of the one text is in the other. */
  whole: 0.95,
  /** Neither states its subject: nearly all runs and words must be the same. */
  unknown: 0.75,
  unknownWords: 0.92,
  unknownNumbers: 4,
  /**
   * One exchanged word costs three runs of three words: where the share of runs lost is no more
   * than this many times that of words lost, whole passages were exchanged, and not single words.
   */
  scattered: 1.55,
  /** The same where no number agrees. */
  scatteredBare: 1.35,
} as const;

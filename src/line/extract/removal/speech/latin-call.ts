import type { RemovalRule } from '../removal-rule.ts';

/** Longest line that a page says of itself, in words. */
const MAX_WORDS = 25;

/**
 * What outlets of the region print below texts in French and English, by key: how it opens, and what
 * it has to name, so that a sentence of the news that opens so stays.
 */
const CALLS: readonly { readonly reason: string; readonly all: readonly RegExp[] }[] = [
  {
    reason: 'speaks to the reader',
    all: [
      /^(?:suivez|retrouvez|rejoignez|recevez|inscrivez|abonnez|t[ée]l[ée]chargez|restez|ne manquez|follow|join|subscribe|sign up|download|get|receive|stay|click|cliquez)(?: |$)/,
      /(?:^| )(?:nous|notre|nos|us|our|newsletters?|whatsapp|telegram|facebook|instagram|twitter|linkedin|google|application|app|alertes?|alerts?|cha[îi]ne|channel|ici|here)(?: |$)/,
    ],
  },
  {
    reason: 'a control of the page',
    all: [/^(?:partage[rz]|share) (?:cet?|l|cette|this|the|on|sur|via)(?: |$)/],
  },
  {
    reason: 'a control of the page',
    all: [
      /^(?:article (?:pr[ée]c[ée]dent|suivant)|(?:previous|next) (?:article|post|story)|laisse[rz] un commentaire|ajouter un commentaire|leave a (?:comment|reply)|post a comment|votre adresse e ?mail ne sera pas publi[ée]e|your email address will not be published|les champs obligatoires|required fields are marked)/,
    ],
  },
  { reason: 'its subjects', all: [/^(?:mots cl[ée]s?|tags|keywords|[ée]tiquettes) (?=\S)/] },
  {
    reason: 'asks for support',
    all: [
      /^(?:soutenez|aidez|faites un don|donate|support|help us)(?: |$)/,
      /(?:^| )(?:journalisme|m[ée]dia|don|journalism|reporting|donation|work|newsroom)(?: |$)/,
    ],
  },
  {
    reason: 'whose opinion it is',
    all: [
      /(?:views|opinions?|points? de vue|propos)(?: |$)/,
      /(?:do not (?:necessarily )?(?:reflect|represent)|n engagent que|ne refl[èe]tent pas)/,
    ],
  },
  { reason: 'leads to another text', all: [/^(?:also read|read also|also see|see also) \S/] },
  {
    reason: 'leads to another text',
    all: [
      /^(?:to read|for more|pour lire|pour plus)(?: |$)/,
      /(?:^| )(?:click|cliquez|here|ici)(?: |$)/,
    ],
  },
  {
    reason: 'rights of the text',
    all: [
      /^(?:c |copyright |© ?)?(?:\d{4} )?(?:\S+ ){0,4}?(?:tous droits r[ée]serv[ée]s|all rights reserved|reproduction interdite)/,
    ],
  },
];

/** Such a line, which ends no quotation: what somebody is quoted with may speak so. */
export const latinCallReason: RemovalRule = ({ block, key }) => {
  if (block.words > MAX_WORDS || block.words < 2 || !/^[\s(©]*\p{Script=Latin}/u.test(block.text))
    return undefined;
  if (/[«»"“”]/.test(block.text)) return undefined;
  const text = key();
  return CALLS.find(({ all }) => all.every((pattern) => pattern.test(text)))?.reason;
};

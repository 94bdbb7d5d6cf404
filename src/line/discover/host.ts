import { domainToUnicode } from 'node:url';

/** Scripts that hosts of news sites are written in; a label is of one of them. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Cherokee}/u,
];

/** Letters of other scripts that look like Latin ones (Unicode TS 39, confusables). */
const LATIN_LOOKALIKES = /^[-0-9асеіјорԛѕԝхуһԁӏвкмнтαοενικτυρχ]+$/u;

/**
 * Whether a host is made to be taken for another: a label that mixes scripts, or one in Cyrillic
 * or Greek letters that all look Latin (Unicode TS 39, 5).
 * @param host as WHATWG URL gives it, in ASCII
 */
export function isHomograph(host: string): boolean {
  if (!host.includes('xn--')) return false;
  const labels = domainToUnicode(host).split('.');
  return labels.some((label) => {
    const scripts = SCRIPTS.filter((script) => script.test(label));
    const isForeign = /[^\p{ASCII}]/u.test(label);
    return scripts.length > 1 || (isForeign && LATIN_LOOKALIKES.test(label));
  });
}

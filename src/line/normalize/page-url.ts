import { getDomain } from 'tldts';
import type { Evidence, Found } from '../../record/evidence.ts';
import { type CanonicalUrl, canonicalUrl } from './canonical-url.ts';

/** The address of an article, where it was found, and the one that was stated for it elsewhere. */
export interface PageUrl {
  readonly value: CanonicalUrl;
  readonly evidence: Evidence;
  readonly others: readonly string[];
}

/**
 * The address of an article's page: the canonical link that the page states, unless it cannot be
 * meant: one template for a whole site often names the front page, a section or another site.
 * @param page where the last redirect led
 */
export function choosePageUrl(stated: Found<string> | undefined, page: string): PageUrl {
  const own = canonicalUrl(page);
  const evidence = { from: 'page', text: page.slice(0, 200), confidence: 0.8 };
  if (!stated) return { value: own, evidence, others: [] };
  const given = canonicalUrl(stated.value, page);
  const fault = faultOf(given.url, own.url);
  if (!fault) {
    return { value: given, evidence: withNote(stated.evidence, given), others: [stated.value] };
  }
  const note = `${stated.evidence.from} ${stated.value.slice(0, 200)} refused: ${fault}`;
  // The same text on another site is a copy; a front page is no article's address.
  const others = fault === 'another site' ? [stated.value] : [];
  return { value: own, evidence: { ...evidence, note }, others };
}

/** Most steps named in a note. */
const MOST_STEPS = 8;

function withNote(evidence: Evidence, { reasons }: CanonicalUrl): Evidence {
  const steps = [...new Set(reasons.map(({ step }) => step))].slice(0, MOST_STEPS);
  return steps.length > 0 ? { ...evidence, note: steps.join(', ') } : evidence;
}

type Fault = 'no address' | 'another site' | 'the front page or a section';

/** Why a stated address is not that of the page; undefined where it may be. */
function faultOf(stated: string, page: string): Fault | undefined {
  if (!URL.canParse(page) || stated === page) return undefined;
  if (!URL.canParse(stated)) return 'no address';
  const [theirs, ours] = [new URL(stated), new URL(page)];
  if (siteOf(theirs) !== siteOf(ours) && /^https?:$/u.test(ours.protocol)) return 'another site';
  const isBare = theirs.search === '' && !namesArticle(theirs.pathname);
  const isAbove = ours.pathname.startsWith(theirs.pathname.replace(/\/?$/u, '/'));
  return isBare && isAbove ? 'the front page or a section' : undefined;
}

const siteOf = ({ hostname }: URL): string => getDomain(hostname) ?? hostname;

/** A section is one or two words; an article's last segment has a number or a sentence. */
function namesArticle(path: string): boolean {
  const last = path.split('/').findLast((segment) => segment !== '') ?? '';
  return /\d{3}/u.test(last.replace(/%[0-9A-F]{2}/gu, '')) || last.split(/[-_+]|%20/u).length > 2;
}

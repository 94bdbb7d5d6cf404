import { parseFeedDate } from '../../line/discover/feed/date-text.ts';
import { mostFrequent } from '../../record/frequency.ts';
import type { Link } from '../../record/link.ts';
import type { Verification } from '../../record/verification.ts';
import type { Source } from '../../source.ts';
import type { TrialError } from './trial.ts';
import type { TriedSource } from './try-source.ts';

/** ISO instant of the newest of links, where any is dated. */
export function newestOf(links: readonly Link[]): string | undefined {
  const times = links.map(({ published, updated }) =>
    Date.parse(parseFeedDate(published ?? updated) ?? ''),
  );
  const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(newest) ? new Date(newest).toISOString() : undefined;
}

/** What a trial says of a source: whether it gives articles in its language, and why not. */
export function verdictOf(
  source: Pick<Source, 'language'>,
  tried: TriedSource,
  now: Date,
): Verification {
  const { trials, samples } = tried;
  const drafts = samples.flatMap(({ draft }) => draft ?? []);
  const links = trials.flatMap((trial) => trial.links);
  const newest = newestOf(links);
  const language = mostFrequent(drafts.flatMap(({ inLanguage }) => inLanguage ?? []));
  const fault = faultIn(tried) ?? languageFault(source.language, language);
  const errors = errorsOf(tried);
  return {
    day: now.toISOString().slice(0, 10),
    result: fault ? 'failed' : 'verified',
    ...fault,
    robots: robotsOf(errors),
    links: links.length,
    ...(newest ? { newest } : {}),
    articles: drafts.length,
    dated: drafts.filter(({ datePublished }) => datePublished !== undefined).length,
    ...(language ? { language } : {}),
    aiOptOut:
      drafts.some(({ rights }) => rights.aiOptOut) || errors.some(({ code }) => code === 'OPT_OUT'),
    via: [...new Set(samples.flatMap(({ via }) => via ?? []))],
  };
}

interface Fault {
  readonly code: string;
  readonly reason: string;
}

/** The first that holds: a route that is broken, no link, no article. */
function faultIn({ trials, samples }: TriedSource): Fault | undefined {
  const broken = trials.find(({ error }) => error)?.error;
  if (broken) return faultOf(broken);
  if (trials.every(({ links }) => links.length === 0)) {
    return { code: 'NO_LINKS', reason: 'its routes name no article' };
  }
  if (samples.some(({ draft }) => draft)) return undefined;
  const failed = samples.find(({ error }) => error)?.error;
  if (failed) return faultOf(failed);
  const why = samples.find(({ skipped }) => skipped)?.skipped?.reason ?? 'nothing was read';
  return { code: 'NO_ARTICLE', reason: `no page gave an article: ${why}` };
}

/** So much of a message stands in a table, in UTF-16 units. */
const LONGEST_REASON = 300;

const faultOf = ({ code, message }: TrialError): Fault => ({
  code,
  reason: message.slice(0, LONGEST_REASON),
});

/** Regions of a language are one language (RFC 4647, 3.3.1); what is not known is no fault. */
function languageFault(wanted: string, found: string | undefined): Fault | undefined {
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  if (found === undefined || base(found) === base(wanted)) return undefined;
  return { code: 'LANGUAGE', reason: `its articles are in ${found}, not in ${wanted}` };
}

const errorsOf = ({ trials, samples }: TriedSource): TrialError[] =>
  [...trials, ...samples].flatMap(({ error }) => error ?? []);

/** Without rules nothing is asked, so what was asked for was allowed. */
function robotsOf(errors: readonly TrialError[]): Verification['robots'] {
  if (errors.some(({ code }) => code === 'ROBOTS_DISALLOWED')) return 'disallowed';
  const unknown = ['RULES_UNKNOWN', 'DNS', 'CONNECT', 'TLS', 'PROXY', 'BLOCKED_ADDRESS'];
  return errors.some(({ code }) => unknown.includes(code)) ? 'unknown' : 'allowed';
}

import { MalformedError } from '../../errors.ts';
import { AI_TXT_PATH, findAiTxtRule } from './ai-txt.ts';
import type { OptOut } from './opt-out.ts';
import { pathOf } from './robots.ts';
import { type RobotsStore, siteText } from './site-text.ts';
import { findTdmRule, parseTdmRep, TDMREP_PATH } from './tdmrep.ts';

/** What a site's own files say of mining its pages. */
export interface OptOutFiles {
  /**
   * The reservation that holds for a page, in `tdmrep.json` or else `ai.txt`; `fetchText` asks for a
   * file where none is kept.
   * @throws RulesUnknownError where a file was never read and cannot be read now; ThrottledError
   * where it has to be asked for and the host is busy; UnreachableError where the site is
   */
  readonly of: (
    page: URL,
    agent: string,
    fetchText: (url: string) => Promise<string>,
  ) => Promise<OptOut | undefined>;
}

/** Texts kept in the process, and for how long they stand in for what Redis holds. */
const KEPT = { most: 500, ms: 60_000 } as const;

/** The files through the store of robots.txt, which all workers share. */
export function optOutFiles(store: RobotsStore, now: () => number): OptOutFiles {
  const kept = new Map<string, { text: Promise<string>; until: number }>();
  const textOf = (url: string, fetchText: (url: string) => Promise<string>): Promise<string> => {
    const known = kept.get(url);
    if (known && known.until > now()) return known.text;
    // Two pages at the same time share one request.
    const fetchWhole = async (): Promise<string> => checkWhole(url, await fetchText(url));
    // Where the site cannot be reached its page could not be either.
    const look = { store, fetchText: fetchWhole, now: now(), whenDown: 'keep' } as const;
    const text = siteText(url, look);
    kept.delete(url);
    if (kept.size >= KEPT.most) kept.delete(kept.keys().next().value ?? '');
    kept.set(url, { text, until: now() + KEPT.ms });
    text.catch(() => kept.delete(url));
    return text;
  };
  return {
    async of(page, agent, fetchText) {
      const rules = parseTdmRep(await textOf(page.origin + TDMREP_PATH, fetchText));
      const rule = rules && findTdmRule(rules, pathOf(page.href));
      if (rule?.isReserved) {
        return { line: `tdmrep.json: ${rule.location} tdm-reservation 1`, binding: true };
      }
      const aiTxt = await textOf(page.origin + AI_TXT_PATH, fetchText);
      const reserved = findAiTxtRule(aiTxt, agent, page.href);
      return reserved && { line: `ai.txt: ${reserved.line}`, binding: true };
    },
  };
}

/** @throws MalformedError for a `tdmrep.json` that is cut off */
function checkWhole(url: string, text: string): string {
  const isWhole = !url.endsWith(TDMREP_PATH) || parseTdmRep(text) !== undefined;
  if (isWhole) return text;
  throw new MalformedError(`${url} is no whole JSON`, { context: { url } });
}

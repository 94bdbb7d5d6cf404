import { RefusedError, ServerError, UnreadableError } from '../../errors.ts';
import { AI_TXT_PATH, findAiTxtRule } from './ai-txt.ts';
import type { OptOut } from './opt-out.ts';
import { pathOf } from './robots.ts';
import type { RobotsStore } from './robots-rules.ts';
import { findTdmRule, parseTdmRep, TDMREP_PATH } from './tdmrep.ts';

/** What a site's own files say of mining its pages. */
export interface OptOutFiles {
  /**
   * The reservation that holds for a page, in `tdmrep.json` or else `ai.txt`; `fetchText` asks for a
   * file where none is kept.
   * @throws ThrottledError where the file has to be asked for and the host is busy;
   * UnreachableError where the site is
   */
  readonly of: (
    page: URL,
    agent: string,
    fetchText: (url: string) => Promise<string>,
  ) => Promise<OptOut | undefined>;
}

/** Once a day a host, as robots.txt (RFC 9309, 2.4). */
const FRESH_MS = 86_400_000;

/** Texts kept in the process, and for how long they stand in for what Redis holds. */
const KEPT = { most: 500, ms: 60_000 } as const;

/** The files through the store of robots.txt, which all workers share. */
export function optOutFiles(store: RobotsStore, now: () => number): OptOutFiles {
  const kept = new Map<string, { text: Promise<string>; until: number }>();
  const textOf = (url: string, fetchText: (url: string) => Promise<string>): Promise<string> => {
    const known = kept.get(url);
    if (known && known.until > now()) return known.text;
    // Two pages at once ask one question.
    const text = loadText(url, { store, fetchText, now: now() });
    kept.delete(url);
    if (kept.size >= KEPT.most) kept.delete(kept.keys().next().value ?? '');
    kept.set(url, { text, until: now() + KEPT.ms });
    text.catch(() => kept.delete(url));
    return text;
  };
  return {
    async of(page, agent, fetchText) {
      const rules = parseTdmRep(await textOf(page.origin + TDMREP_PATH, fetchText));
      const rule = findTdmRule(rules, pathOf(page.href));
      if (rule?.isReserved) {
        return { line: `tdmrep.json: ${rule.location} tdm-reservation 1`, binding: true };
      }
      const aiTxt = await textOf(page.origin + AI_TXT_PATH, fetchText);
      const reserved = findAiTxtRule(aiTxt, agent, page.href);
      return reserved && { line: `ai.txt: ${reserved.line}`, binding: true };
    },
  };
}

interface Look {
  readonly store: RobotsStore;
  readonly fetchText: (url: string) => Promise<string>;
  readonly now: number;
}

/**
 * A file that the site does not give says nothing; sites without are the rule. One that is broken
 * there says what it said last. Where the site cannot be reached its page could not be either.
 */
async function loadText(url: string, { store, fetchText, now }: Look): Promise<string> {
  const entry = await store.get(url);
  if (entry && now - entry.at < FRESH_MS) return entry.text;
  const text = await fetchText(url).catch((error: unknown) => {
    if (error instanceof ServerError) return entry?.text ?? '';
    if (error instanceof RefusedError || error instanceof UnreadableError) return '';
    throw error;
  });
  await store.put(url, { text, at: now });
  return text;
}

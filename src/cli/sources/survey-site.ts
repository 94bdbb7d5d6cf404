import { readYaml } from '../../config/yaml.ts';
import { rememberingFetch } from '../../jobs/survey/remember.ts';
import { faultOf, trySource } from '../../jobs/survey/try-source.ts';
import { type Survey, type SurveyWork, survey } from '../../jobs/survey.ts';
import { writeSourceFile } from '../../line/discover/survey.ts';
import { Source } from '../../source.ts';
import { withTrialSession } from '../trial-session.ts';
import { familyOf, notesOf } from './survey-notes.ts';

/** Documents that a survey asks for at most; some three minutes at the usual pause of 5 s. */
export const MOST_DOCUMENTS = 40;

/** What a survey gave. */
export interface Surveyed {
  readonly found: Survey;
  readonly asked: number;
  /** The file's text, which was tried. */
  readonly text: string;
  /** Why the file would give no articles; absent where it gives them. */
  readonly fault?: string;
}

/** Articles read by the file that was written: enough to see that it gives articles. */
const MOST_PROVEN = 3;

/**
 * Surveys a site, writes the text of its file and tries it.
 * @throws ConfigError where the site is real and no contact is set; what asking for the home page throws
 */
export function surveySite(url: string, id: string, config: string): Promise<Surveyed> {
  return withTrialSession({ config, most: MOST_DOCUMENTS }, async (session) => {
    session.checkContact({ id, homepage: url });
    const { sitemapsOf } = session;
    const deps = { ...session.deps, fetch: rememberingFetch(session.deps.fetch) };
    const found = await survey(url, { source: provisional(url, id), deps, sitemapsOf });
    const proven = await prove(found, { id, deps });
    return { found, asked: session.asked(), ...proven };
  });
}

/**
 * Tries the file before it is written: with the crawler that knew the articles read, and without
 * where that finds less, for its listings may be of another make.
 */
async function prove(
  found: Survey,
  { id, deps }: { id: string; deps: SurveyWork['deps'] },
): Promise<Pick<Surveyed, 'text' | 'fault'>> {
  const plain = textOf(found, undefined);
  if (found.routes.length === 0 || found.page.optOut?.binding) return { text: plain };
  const family = familyOf(found);
  let fault: string | undefined;
  for (const text of family ? [textOf(found, family), plain] : [plain]) {
    const source = { id, ...readYaml(Source, { file: `${id}.yaml`, text }) };
    fault = faultOf(await trySource(source, { deps }, MOST_PROVEN));
    if (fault === undefined) return { text };
  }
  return { text: plain, ...(fault ? { fault } : {}) };
}

/** A site is looked at before its word on AI use is known; no article is read where it binds. */
function provisional(url: string, id: string): Source {
  const rights = { respectAiOptOut: false };
  const made = Source.parse({ name: id, homepage: url, discover: [{ feed: url }], rights });
  return { id, ...made };
}

function textOf(found: Survey, crawler: string | undefined): string {
  const { home, routes, reports, page, place, language } = found;
  const day = page.at.slice(0, 10);
  const about = { home, place, language, routes, reports, day, notes: notesOf(found) };
  return writeSourceFile({ ...about, ...(crawler ? { crawler } : {}) });
}

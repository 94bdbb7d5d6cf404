import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { loadSource } from '../../config/load.ts';
import { UnreadableError, UsageError } from '../../errors.ts';
import { type SelectorTrial, selectorTrials } from '../../jobs/survey/selector-trial.ts';
import { faultOf, type TriedSource, trySource } from '../../jobs/survey/try-source.ts';
import { plainText } from '../../operate/plain-text.ts';
import type { Source } from '../../source.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';
import { withTrialSession } from '../trial-session.ts';
import { sourceFile } from './source-file.ts';
import { pageReport, pageText, routeReport, routeText } from './trial-report.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
}

/** Articles read: enough to see whether the source gives articles. */
const MOST_PAGES = 3;

/** Documents asked for at most: fifty routes of three, and each page by three ways. */
const MOST_DOCUMENTS = 160;

/** `marsad sources test`: one visit that leaves no trace. */
export const test = new Command('test')
  .description(
    `Tries a source: asks for each of its routes, reads up to ${MOST_PAGES} articles, and shows ` +
      'what would be found, each field with its value and the trust in it. Nothing is published or marked as seen. ' +
      'Of each selector of its file it says on how many pages it found something. ' +
      'Status 1 where a route is broken, no article could be read, or a selector never matched.',
  )
  .argument('<id>', 'id of a source; it may be disabled')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (id: string, options: Options) => {
    const source = findSource(id, options.config);
    const tried = await withTrialSession(
      { config: options.config, most: MOST_DOCUMENTS },
      (session) => {
        session.checkContact(source);
        return trySource(source, session, MOST_PAGES);
      },
    );
    const selectors = selectorTrials(tried);
    await report(tried, selectors, options);
    judge(id, tried, selectors);
  });

/** @throws UsageError where there is no such source, ConfigError where its file is broken */
function findSource(id: string, config: string): Source {
  const file = sourceFile(config, id);
  if (existsSync(file)) return loadSource(file, plugIns);
  throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
}

async function report(
  { trials, samples }: TriedSource,
  selectors: readonly SelectorTrial[],
  { json }: Options,
): Promise<void> {
  for (const route of trials.map(routeReport)) {
    await (json ? printJson(route) : print(`${plainText(routeText(route))}\n`));
  }
  if (!json && trials.every(({ links }) => links.length === 0)) {
    await print('Nothing was found: no route names an article.\n');
  }
  for (const page of samples.map(pageReport)) {
    await (json ? printJson(page) : print(`${pageText(page).map(plainText).join('\n')}\n`));
  }
  for (const one of selectors) {
    const { selector, matched, pages } = one;
    const text = `${selector}: matched on ${matched} of ${pages} pages`;
    await (json ? printJson(one) : print(`${plainText(text)}\n`));
  }
}

/** @throws BrokenSourceError, so that the command ends with status 1 */
function judge(id: string, tried: TriedSource, selectors: readonly SelectorTrial[]): void {
  const never = selectors.filter(({ matched }) => matched === 0).map(({ selector }) => selector);
  const unmatched = `nothing is found by ${never.join('; ')}`;
  const fault = faultOf(tried) ?? (never.length > 0 ? unmatched : undefined);
  if (fault !== undefined) throw new BrokenSourceError(`Source ${id}: ${fault}`);
}

/** A source was tried, and does not give articles by all of its routes. */
class BrokenSourceError extends UnreadableError {
  override readonly code = 'BROKEN_SOURCE';
}

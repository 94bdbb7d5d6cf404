import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { setArticleRules } from '../../config/article-rules.ts';
import { UsageError } from '../../errors.ts';
import { findRepair, type NoRepair, type Repair } from '../../jobs/find-repair.ts';
import type { ReadingScore } from '../../line/extract/repair/score.ts';
import { records } from '../../state/records.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { configOption, jsonOption } from '../options.ts';
import { print, printError, printJson } from '../print.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { replaceSource, sourceFile } from './source-file.ts';

/** A repair as an operator sees it. */
export interface ProposedRepair extends Repair {
  readonly file: string;
  /** The file as it is. */
  readonly was: string;
  /** The file as it would be. */
  readonly text: string;
  /** The same as a unified diff. */
  readonly diff: string;
}

/**
 * The repair that is proposed for a source, or why there is none; nothing is printed or written.
 * @throws UsageError for a source without a file
 */
export async function proposeRepair(
  id: string,
  { config, installation, runtime }: RepairContext,
): Promise<ProposedRepair | NoRepair> {
  const file = sourceFile(config, id);
  const source = installation.catalogue.sources().get(id);
  if (!source || !existsSync(file)) {
    throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
  }
  const stored = records(installation.redis, installation.keys);
  const { deps } = runtime;
  const found = await findRepair({ source, deps, earlier: (article) => stored.get(article) });
  if (typeof found === 'string') return found;
  const before = readFileSync(file, 'utf8');
  const text = setArticleRules({ file, text: before }, found.edits);
  const diff = createTwoFilesPatch(file, file, before, text, 'now', 'proposed', { context: 3 });
  return { ...found, file, was: before, text, diff };
}

/** Where a repair is looked for. */
export interface RepairContext {
  /** The folder of configuration. */
  readonly config: string;
  readonly installation: Installation;
  readonly runtime: Runtime;
}

const WHY_NONE: Readonly<Record<NoRepair, string>> = {
  'too few pages': 'fewer than three pages of it are held back with a copy: nothing to judge by',
  'nothing better': 'no selector was found that reads its held pages better than its file does',
};

interface Options {
  readonly config: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}

/** `marsad sources repair`. */
export const repair = new Command('repair')
  .description(
    'Proposes selectors for a source whose template changed: found by the texts that feeds, JSON-LD ' +
      'and earlier revisions know, judged on its held pages. Status 1 where nothing better is found.',
  )
  .argument('<id>', 'id of a source')
  .option('--apply', "write the source's file; comments and order stay")
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (id: string, { config, apply = false, json = false }: Options) => {
    const installation = await openInstallation(config);
    const runtime = await openRuntime(installation, () => {});
    try {
      const found = await proposeRepair(id, { config, installation, runtime });
      if (typeof found === 'string') {
        process.exitCode = 1;
        return printError(`${id}: ${WHY_NONE[found]}\n`);
      }
      if (apply) replaceSource(found.file, { before: found.was, after: found.text });
      const { was: _was, ...told } = found;
      if (json) return printJson({ ...told, isApplied: apply });
      await print(repairText(id, found, apply));
    } finally {
      await runtime.close();
      await installation.close();
    }
  });

function repairText(
  id: string,
  { diff, before, after }: ProposedRepair,
  isApplied: boolean,
): string {
  const next = isApplied
    ? `applied; publish what is held back: marsad held retry --source ${id}`
    : `write it: marsad sources repair ${id} --apply`;
  return `${diff}\nbefore: ${scoreText(before)}\nafter:  ${scoreText(after)}\n${next}\n`;
}

function scoreText(score: ReadingScore): string {
  const { articles, pages, words, headline, text, dates, authors } = score;
  const shares = [
    headline === undefined ? '' : `headline agrees ${percent(headline)}`,
    text === undefined ? '' : `text agrees ${percent(text)}`,
  ].filter((share) => share !== '');
  return [
    `${articles} of ${pages} pages read`,
    `median ${words} words`,
    ...shares,
    `${dates} dates, ${authors} authors`,
  ].join(', ');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

import type { Command } from 'commander';
import { nearestKey } from '../config/known-key.ts';
import { UsageError } from '../errors.ts';
import { Filter, type IsWanted, recordFilter } from '../line/deliver/filter.ts';
import type { Installation } from './installation.ts';

/** Options by which a command takes some records alone. */
export interface RecordChoice {
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
}

/** Gives a command the options. */
export function choosingRecords(command: Command): Command {
  return command
    .option(
      '--only <key=values>',
      'only some records, as `only` of a sink; may be repeated',
      addOnly,
    )
    .option('--published-from <time>', 'published on this day, or at this time, or later')
    .option('--published-to <time>', 'published before this day or time');
}

/** `--only sources=a,b --only changes=published`: keys of a sink's `only`. */
function addOnly(text: string, before: RecordChoice['only'] = {}): RecordChoice['only'] {
  const [key = '', values] = text.split('=');
  if (!values) throw new UsageError(`--only is KEY=VALUE,VALUE, found ${text}`);
  return { ...before, [key]: values.split(',') };
}

/** The filter that the options make. @throws UsageError, also for a source that is not there */
export function chosenFilter(choice: RecordChoice, installation: Installation): Filter {
  const { only = {}, publishedFrom, publishedTo } = choice;
  const { minWords, ...lists } = only;
  const read = Filter.safeParse({
    ...lists,
    ...(minWords ? { minWords: Number(minWords[0]) } : {}),
    ...(publishedFrom === undefined ? {} : { publishedFrom }),
    ...(publishedTo === undefined ? {} : { publishedTo }),
  });
  if (!read.success) throw unusable(read.error.issues[0]);
  checkSources(read.data, installation);
  return read.data;
}

/** True for records that the options choose. @throws UsageError */
export function chosenRecords(choice: RecordChoice, installation: Installation): IsWanted {
  const { catalogue } = installation;
  const tagsOf = (id: string): readonly string[] => catalogue.sources().get(id)?.tags ?? [];
  return recordFilter(chosenFilter(choice, installation), tagsOf);
}

/** Options that are a key of the filter by themselves. */
const OWN: Readonly<Record<string, string>> = {
  publishedFrom: '--published-from',
  publishedTo: '--published-to',
};

function unusable(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): UsageError {
  const option = OWN[String(issue?.path[0])];
  if (option) {
    return new UsageError(`${option} is a day or a time with its zone, ISO 8601`, {
      hint: 'For example 2026-11-28 or 2026-11-28T06:00:00+02:00.',
    });
  }
  const keys = Object.keys(Filter.shape).filter((key) => !(key in OWN));
  return new UsageError(`--only: ${issue?.message}; keys: ${keys.join(', ')}`);
}

/** A filter on a source that is not there would find nothing: likely a slip. @throws UsageError */
function checkSources({ sources = [] }: Filter, { catalogue }: Installation): void {
  const known = [...catalogue.sources().keys()];
  const unknown = sources.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = nearestKey(unknown, known);
  throw new UsageError(`--only sources: no source ${unknown}`, {
    hint: near ? `Did you mean ${near}?` : '`marsad sources list` names them.',
  });
}

import { Command, Option } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { catalogueOf, chooseEntries } from '../../config/shipped-catalogue.ts';
import { sourceIdOf } from '../../config/source-files.ts';
import { readVerifications } from '../../config/verifications.ts';
import { urlOf } from '../../line/discover/routes/index.ts';
import { type Condition, type Judgement, judge, WORST_FIRST } from '../../operate/condition.ts';
import { plainText } from '../../operate/plain-text.ts';
import type { Verification, VerificationState } from '../../record/verification.ts';
import type { Source } from '../../source.ts';
import { consoleData } from '../console-data.ts';
import { openInstallation } from '../installation.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly catalogue?: boolean;
  readonly country?: string;
  readonly tag?: string;
  readonly state?: Wanted;
  readonly health?: boolean;
}

/** Of a source whether it is visited, of an entry whether a source bears its id. */
type State = 'enabled' | 'disabled' | 'available';

/** What `--state` chooses by. */
type Wanted = State | 'broken' | VerificationState | Condition;

const STATES = [
  ...['enabled', 'disabled', 'broken', 'available', 'verified', 'failed', 'unverified'],
  ...WORST_FIRST,
];

/** `marsad sources list`: a line a source, or an entry of the catalogue. */
export const list = new Command('list')
  .description(
    'Lists the sources of config/sources, or the entries of the catalogue, a line each: id, state, ' +
      'what sources verify found, name, routes. Files that are broken come last, with the fault of each. With ' +
      '--health, or a state that is a matter of it, how each fares too, and why where it is not well.',
  )
  .option('--catalogue', 'the entries of the catalogue that is shipped, which enable copies')
  .option('--country <code>', 'only those of a country: EG')
  .option('--tag <tag>', 'only those with that tag')
  .addOption(new Option('--state <state>', 'only those').choices(STATES))
  .option('--health', 'how each fares: reads the state')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (options: Options) => {
    const known = readVerifications(options.config);
    const judged = await judgements(options);
    const rows = (options.catalogue ? entries(options) : sources(options)).map((row) => {
      const verification = known.get(row.id);
      return { ...row, ...(verification ? { verification } : {}), ...judged.get(row.id) };
    });
    for (const row of rows.filter((one) => isIn(one, options.state))) {
      await (options.json ? printJson(row) : print(`${lineOf(row)}\n`));
    }
    for (const row of brokenFiles(options)) {
      await (options.json ? printJson(row) : print(`${brokenLine(row)}\n`));
    }
  });

type Fares = Pick<Judgement, 'condition' | 'why'>;

/** How each source fares, as `status` says it; of none where that is not asked for. */
async function judgements({ config, catalogue, health, state }: Options) {
  const isAsked = health === true || WORST_FIRST.some((condition) => condition === state);
  if (catalogue || !isAsked) return new Map<string, Fares>();
  const installation = await openInstallation(config);
  const data = consoleData(installation);
  try {
    const all = (await data.sources()).map((source): [string, Fares] => {
      const { condition, why } = judge(source);
      return [source.id, { condition, ...(why === undefined ? {} : { why }) }];
    });
    return new Map(all);
  } finally {
    await data.close();
    await installation.close();
  }
}

/** A file that gives no source. */
interface BrokenRow {
  readonly id: string;
  readonly state: 'broken';
  readonly fault: string;
  readonly hint: string | undefined;
}

/** What a broken file says of country and tag is not known, so that a choice by those leaves it out. */
function brokenFiles({ config, catalogue, country, tag, state = 'broken' }: Options): BrokenRow[] {
  const isChosen = state === 'broken' && !catalogue && country === undefined && tag === undefined;
  if (!isChosen) return [];
  return loadConfig(config, plugIns).faults.map(({ message, hint, context }) => ({
    id: sourceIdOf(String(context.file ?? '')),
    state: 'broken',
    fault: message,
    hint,
  }));
}

function brokenLine({ id, state, fault, hint = '' }: BrokenRow): string {
  return [id, state, fault, hint].map(plainText).join('\t');
}

interface Row extends Pick<Source, 'id' | 'name' | 'discover'>, Partial<Fares> {
  readonly state: State;
  readonly verification?: Verification;
}

function isIn({ state, verification, condition }: Row, wanted: Options['state']): boolean {
  const found = [state, verification?.result ?? 'unverified', condition];
  return wanted === undefined || found.includes(wanted);
}

function lineOf({ id, state, verification, name, discover, condition, why = '' }: Row): string {
  const found = verification
    ? [verification.result, verification.day, verification.reason ?? ''].join(' ').trim()
    : 'unverified';
  const fares = condition === undefined ? [] : [condition, why];
  const cells = [id, state, found, name, discover.map(urlOf).join(' '), ...fares];
  return cells.map(plainText).join('\t');
}

function sources({ config, country, tag }: Options): Row[] {
  const all = [...loadConfig(config, plugIns).sources.values()];
  return all
    .filter((source) => country === undefined || source.country === country.toUpperCase())
    .filter((source) => tag === undefined || source.tags.includes(tag))
    .map((source) => ({ ...source, state: source.enabled ? 'enabled' : 'disabled' }));
}

/** An entry bears the state of the source of its id. */
function entries({ config, country, tag }: Options): Row[] {
  const known = loadConfig(config, plugIns).sources;
  return chooseEntries(catalogueOf(config), { country, tag }).map((entry) => {
    const source = known.get(entry.id);
    return { ...entry, state: source ? (source.enabled ? 'enabled' : 'disabled') : 'available' };
  });
}

import { Command, Option } from 'commander';
import { MarsadError, UsageError } from '../errors.ts';
import { type Condition, WORST_FIRST } from '../operate/condition.ts';
import { isOfSinksAlone } from '../operate/health.ts';
import { readSnapshot } from '../operate/snapshot.ts';
import { judgedSources, type StatusFilter, statusText } from '../operate/status.ts';
import { consoleData } from './console-data.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly state?: readonly Condition[];
  readonly source?: readonly string[];
  readonly all?: boolean;
}

/** `marsad status`: everything on one screen. */
export const status = new Command('status')
  .description(
    'Shows health, alerts, sources (the worst first), queues, lag and errors, on one screen: of more than ' +
      '20 sources those that fare worst. With --json all of it. Ends with status 1 where a check of ' +
      'the health fails or a file of the configuration is broken, and with 2 where the state cannot be read.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .addOption(
    new Option('--state <list>', `sources in these states: ${WORST_FIRST.join(',')}`).argParser(
      conditionsOf,
    ),
  )
  .addOption(
    new Option('--source <list>', 'these sources, by id').argParser((list) => list.split(',')),
  )
  .option('--all', 'every source that is chosen, however many')
  .action(async (options: Options) => {
    const installation = await openInstallation(options.config);
    const data = consoleData(installation);
    const filter = filterOf(options);
    try {
      if (options.json) await printData(data, filter);
      else await print(await statusText(data, { secrets: installation.secrets, filter }));
      await checkHealth(data);
      checkFiles(data);
    } finally {
      await data.close();
      await installation.close();
    }
  });

/** Some check of the installation's health fails: for scripts, which read the status alone. */
class UnwellError extends MarsadError {
  override readonly code = 'UNWELL';
}

/** @throws UnwellError */
async function checkHealth({ health }: ReturnType<typeof consoleData>): Promise<void> {
  const report = await health();
  const { ok, checks } = report;
  if (ok) return;
  const failed = checks.filter((check) => !check.ok).map(({ name }) => name);
  const what = isOfSinksAlone(report) ? 'Sinks take no records' : 'Marsad cannot work';
  throw new UnwellError(`${what}: ${failed.join(', ')}`, {
    hint: 'docs/runbook.md says what to do about each.',
  });
}

/** Names files, not what they hold: the screen has that. @throws UnwellError */
function checkFiles({ fileFaults }: ReturnType<typeof consoleData>): void {
  const faults = fileFaults();
  if (faults.length === 0) return;
  const files = faults.map(({ file }) => file).join(', ');
  throw new UnwellError(`Files of the configuration cannot be taken: ${files}`, {
    hint: 'Mend them; marsad sources check names line and remedy of each.',
  });
}

function conditionsOf(list: string): readonly Condition[] {
  return list.split(',').map((name) => {
    const known = WORST_FIRST.find((condition) => condition === name.trim());
    if (known) return known;
    throw new UsageError(`--state: no state "${name}"; allowed: ${WORST_FIRST.join(', ')}`);
  });
}

function filterOf({ state, source, all }: Options): StatusFilter {
  return {
    ...(state ? { conditions: state } : {}),
    ...(source ? { sources: source } : {}),
    ...(all ? { all } : {}),
  };
}

async function printData(
  data: ReturnType<typeof consoleData>,
  filter: StatusFilter,
): Promise<void> {
  const { at, ...snapshot } = await readSnapshot(data);
  const sources = judgedSources({ sources: snapshot.sources, at }, filter);
  await printJson({ ...snapshot, sources });
}

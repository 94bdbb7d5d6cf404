import { Command, Option } from 'commander';
import { ConfigError, UsageError } from '../errors.ts';
import { type HeldWork, releaseHeld, retryHeld } from '../jobs/held-decision.ts';
import { plainText } from '../operate/plain-text.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { Source } from '../source.ts';
import { heldRecords } from '../state/held-records.ts';
import { type Installation, openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import { openRuntime, type Runtime } from './runtime.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly source?: string;
}

const sourceOption = (): Option =>
  new Option('--source <id>', 'those of this source alone; with no ids, all of them');

async function withInstallation<T>(
  config: string,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

const list = new Command('list')
  .description(
    'Lists the readings that are held back: those under the floor of a source whose template changed.',
  )
  .addOption(configOption())
  .addOption(sourceOption())
  .addOption(jsonOption())
  .action(({ config, source, json }: Options) =>
    withInstallation(config, async ({ redis, keys }) => {
      for (const held of await heldRecords(redis, keys).list(source)) {
        const { id, at, url, signs, draft, reason } = held;
        const about = {
          id,
          source: held.source,
          at,
          url,
          signs,
          headline: draft?.headline,
          reason,
        };
        if (json) await printJson(about);
        else await print(`${[at, id, signs.join(', '), url].join('  ')}\n`);
      }
    }),
  );

const show = new Command('show')
  .description('Prints what would be published, and by which signs it is held back.')
  .argument('<id>')
  .addOption(configOption())
  .action((id: string, { config }: Options) =>
    withInstallation(config, async ({ redis, keys }) => {
      await printJson(await heldOf(id, heldRecords(redis, keys)));
    }),
  );

async function heldOf(id: string, held: ReturnType<typeof heldRecords>): Promise<HeldRecord> {
  const found = await held.get(id);
  if (found) return found;
  throw new UsageError(`No held record ${id}`, { hint: 'See: marsad held list' });
}

/** Those of the ids, or all of a source. @throws UsageError for neither, or for an unknown id */
async function chosen(
  ids: readonly string[],
  { source }: Options,
  held: ReturnType<typeof heldRecords>,
): Promise<HeldRecord[]> {
  if (ids.length > 0) return Promise.all(ids.map((id) => heldOf(id, held)));
  if (source === undefined) throw new UsageError('Name ids, or --source ID for all of a source');
  return held.list(source);
}

/** The chosen records are decided source by source, with each source's file as it is now. */
async function decide(
  ids: readonly string[],
  options: Options,
  act: (held: readonly HeldRecord[], work: HeldWork) => Promise<void>,
): Promise<void> {
  await withInstallation(options.config, async (installation) => {
    const runtime = await openRuntime(installation, () => {});
    try {
      const all = await chosen(ids, options, runtime.deps.held);
      for (const id of new Set(all.map(({ source }) => source))) {
        const own = all.filter(({ source }) => source === id);
        await act(own, { source: sourceOf(id, runtime), deps: runtime.deps });
      }
    } finally {
      await runtime.close();
    }
  });
}

function sourceOf(id: string, { deps }: Runtime): Source {
  const source = deps.source(id);
  if (source) return source;
  throw new ConfigError(`Source ${id} has no file any more`, {
    hint: `Bring sources/${id}.yaml back, or: marsad held discard --source ${id}`,
  });
}

/** Status 1 where something stays held. */
async function tell(held: HeldRecord, outcome: string, why?: string): Promise<void> {
  if (outcome === 'held') process.exitCode = 1;
  await print(`${held.id}  ${plainText(why === undefined ? outcome : `${outcome}: ${why}`)}\n`);
}

/** An error of one record is printed, and the others go on. */
async function releaseAll(all: readonly HeldRecord[], work: HeldWork): Promise<void> {
  for (const held of all) {
    if (held.draft) await tell(held, await releaseHeld(held, work));
    else await tell(held, 'held', `its page has no article (${held.reason ?? ''})`);
  }
}

const release = new Command('release')
  .description('Publishes held readings as they are: those of the ids, or all of a source.')
  .argument('[id...]')
  .addOption(configOption())
  .addOption(sourceOption())
  .action((ids: string[], options: Options) => decide(ids, options, releaseAll));

const retry = new Command('retry')
  .description(
    "Reads held pages again by the source's file as it is now, and publishes what reads well; a page " +
      'of which no copy was kept is asked for again by the service. What stays held is printed with the reason, and ends it with status 1.',
  )
  .argument('[id...]')
  .addOption(configOption())
  .addOption(sourceOption())
  .action((ids: string[], options: Options) =>
    decide(ids, options, (held, work) => retryHeld(held, work, tell)),
  );

const discard = new Command('discard')
  .description('Takes held readings away for good: those of the ids, or all of a source.')
  .argument('[id...]')
  .addOption(configOption())
  .addOption(sourceOption())
  .action((ids: string[], options: Options) =>
    withInstallation(options.config, async ({ redis, keys }) => {
      const held = heldRecords(redis, keys);
      const all = await chosen(ids, options, held);
      for (const { id } of all) await held.remove(id);
      await print(`${all.length} discarded\n`);
    }),
  );

/** `marsad held`: readings that are kept from the log until somebody decides. */
export const heldCommand = new Command('held')
  .description('Shows readings that are held back, and publishes, reads again or discards them.')
  .addCommand(list)
  .addCommand(show)
  .addCommand(release)
  .addCommand(retry)
  .addCommand(discard);

import { Command, Option } from 'commander';
import type { Redis } from 'ioredis';
import { UsageError } from '../errors.ts';
import { heartbeats } from '../state/heartbeats.ts';
import type { Keys } from '../state/keys.ts';
import { logReader } from '../state/log-reader.ts';
import { replays } from '../state/replays.ts';
import { type Installation, openInstallation } from './installation.ts';
import { configOption } from './options.ts';
import { print, printError } from './print.ts';
import { choosingRecords, chosenFilter, type RecordChoice } from './record-choice.ts';

interface Options extends RecordChoice {
  readonly config: string;
  readonly sink: string;
  readonly from: string;
  readonly to?: string;
}

/** A position of the log, or the one before all of a time. @throws UsageError */
export function positionOf(text: string, option: string): string {
  if (/^\d{1,15}-\d{1,15}$/u.test(text) || text === '0') return text;
  const at = /^\d{4}-\d{2}-\d{2}/u.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return String(at);
  throw new UsageError(
    `${option} is a day, an ISO 8601 time or a position of the log, found ${text}`,
    { hint: 'For example 2026-11-28, 2026-11-28T06:00:00Z or 1795912160395-0.' },
  );
}

/** The last position of a time: of a day its end (UTC), of a millisecond all of it. @throws UsageError */
export const lastPositionOf = (text: string, option: string): string =>
  positionOf(/^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T23:59:59.999Z` : text, option);

async function withSink(
  { config, sink }: Pick<Options, 'config' | 'sink'>,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const installation = await openInstallation(config);
  try {
    const { sinks } = installation.catalogue.settings;
    if (!(sink in sinks)) {
      throw new UsageError(`No sink ${sink}; there are: ${Object.keys(sinks).join(', ')}`);
    }
    await work(installation);
  } finally {
    await installation.close();
  }
}

const sinkOption = (): Option =>
  new Option('--sink <name>', 'name of the sink in the settings').makeOptionMandatory();

/** `marsad records replay`: a sink gets records of the past once more. */
export const replay = choosingRecords(new Command('replay'))
  .description(
    'Sends records of the log to a sink once more, marked `replayed`, beside what is new; its place ' +
      'in the log does not move. The process that delivers to the sink does it, and tries as for new records.',
  )
  .addOption(configOption())
  .addOption(sinkOption())
  .requiredOption('--from <time>', 'a day, a time, or a position of the log (exclusive)')
  .option(
    '--to <time>',
    'the same, inclusive, a day to its end in UTC; what the sink has got by now where absent',
  )
  .action((options: Options) =>
    withSink(options, async (installation) => {
      const { redis, keys } = installation;
      const { sink, from, to } = options;
      const filter = chosenFilter(options, installation);
      const cursor = positionOf(from, '--from');
      const last = (await logReader(redis, keys).lags()).get(sink)?.at ?? '0-0';
      const end = to === undefined ? last : lastPositionOf(to, '--to');
      if (!isBeforePosition(cursor, end)) {
        throw new UsageError(
          `Nothing lies between --from ${from} and ${to ?? `the sink's place ${last}`}`,
        );
      }
      await replays(redis, keys).start(sink, {
        cursor,
        to: end,
        only: JSON.stringify(filter),
      });
      await print(`${sink} gets records from ${from} to ${to ?? 'its place in the log'} again\n`);
    }),
  );

/** True where there may be entries after the one and up to the other. */
function isBeforePosition(from: string, to: string): boolean {
  const [[ms = 0, number = 0], [toMs = 0, toNumber = Number.POSITIVE_INFINITY]] = [from, to].map(
    (position) => position.split('-').map(Number),
  ) as [number[], number[]];
  return ms < toMs || (ms === toMs && number < toNumber);
}

/** A process that has not been heard of for that long is stopped: it says that it lives every 10 s. */
const SILENT_MS = 30_000;

const DELIVERED =
  'A process delivers now: what it has in hand still goes to the sink, and comes once more where the ' +
  'new place is before it.\n';

async function isDelivered(redis: Redis, keys: Keys): Promise<boolean> {
  const beats = await heartbeats(redis, keys).all();
  return beats.some(({ role, at }) => role === 'deliver' && Date.now() - at < SILENT_MS);
}

/** `marsad records seek`: sets a sink's place in the log. */
export const seek = new Command('seek')
  .description(
    'Sets the place of a sink in the log: it goes on from there, and the records in between are not sent. ' +
      'Stop the processes with the role deliver before.',
  )
  .addOption(configOption())
  .addOption(sinkOption())
  .requiredOption('--at <time>', 'a day, a time, a position of the log (exclusive), 0 the oldest')
  .action((options: Options & { at: string }) =>
    withSink(options, async ({ redis, keys }) => {
      const place = positionOf(options.at, '--at');
      if (await isDelivered(redis, keys)) printError(DELIVERED);
      await logReader(redis, keys).seek(options.sink, place);
      await print(`${options.sink} goes on from ${options.at}\n`);
    }),
  );

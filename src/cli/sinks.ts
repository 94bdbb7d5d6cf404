import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { logReader } from '../state/log-reader.ts';
import { type Replay, replays } from '../state/replays.ts';
import { sinkBook } from '../state/sink-book.ts';
import { type SinkState, sinkStates } from '../state/sink-states.ts';
import { undeliveredRecords } from '../state/undelivered.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

const list = new Command('list')
  .description(
    'Lists the sinks: their place in the log, dead letters, losses; those too that no setting names.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
    const installation = await openInstallation(config);
    try {
      const { sinks, log } = installation.catalogue.settings;
      const { redis, keys } = installation;
      const names = Object.keys(sinks);
      const running = replays(redis, keys);
      for (const state of await sinkStates(redis, keys, { names, logRecords: log.records })) {
        const replay = await running.of(state.name);
        await (json
          ? printJson({ ...state, ...(replay ? { replay } : {}) })
          : print(`${lineOf(state)}${replay ? replayOf(replay) : ''}\n`));
      }
    } finally {
      await installation.close();
    }
  });

const replayOf = ({ sent, cursor, to }: Replay): string =>
  `, replays: ${sent} sent again, at ${cursor} of ${to}`;

function lineOf(state: SinkState): string {
  const { name, isNamed, waiting, pending, at, undelivered, lost, error, failures, retryAt } =
    state;
  const parts = [`${name}  at ${at}, ${waiting ?? '?'} behind, ${pending} unacknowledged`];
  if (undelivered > 0) parts.push(`${undelivered} dead letters`);
  if (lost > 0) parts.push(`${lost} lost`);
  if (error !== undefined) {
    parts.push(`failing after ${failures ?? 1} tries, the next at ${retryAt ?? '?'}: ${error}`);
  }
  if (!isNamed) parts.push('no setting names it');
  return parts.join(', ');
}

const forget = new Command('forget')
  .description(
    'Forgets the place in the log, dead letters and notes of a sink that no setting names.',
  )
  .argument('<name>')
  .addOption(configOption())
  .action(async (name: string, { config }: { config: string }) => {
    const installation = await openInstallation(config);
    const { redis, keys, catalogue } = installation;
    try {
      if (Object.hasOwn(catalogue.settings.sinks, name)) {
        throw new UsageError(`The settings name the sink ${name}: take it out of them first`);
      }
      if (!(await logReader(redis, keys).close(name))) {
        throw new UsageError(`No sink ${name}`, { hint: 'marsad sinks list names them.' });
      }
      await undeliveredRecords(redis, keys).clear(name);
      await sinkBook(redis, keys).clear(name);
      await print(`${name} is forgotten\n`);
    } finally {
      await installation.close();
    }
  });

/** `marsad sinks`: where records go. */
export const sinks = new Command('sinks')
  .description('Shows the sinks, and forgets those that are no more.')
  .addCommand(list)
  .addCommand(forget);

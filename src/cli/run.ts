import { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import type { JobRecord } from '../record/job-record.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import { checkContact } from './runtime.ts';
import { ROLES, type Role, type Service, startService } from './service.ts';

interface Options {
  readonly config: string;
  readonly roles: readonly Role[];
  readonly drain?: boolean;
  readonly json?: boolean;
}

/** `marsad run`: the service. */
export const run = new Command('run')
  .description(
    'Runs the service on what the configuration names. With --drain it visits every source once, ' +
      'works until the queues are empty and the sinks have all, prints a summary and ends: for a crontab.',
  )
  .addOption(configOption())
  .addOption(
    new Option('--roles <list>', `parts of the service this process takes: ${ROLES.join(',')}`)
      .default(ROLES, 'all')
      .argParser(rolesOf),
  )
  .option('--drain', 'visit once, end when all is done')
  .addOption(jsonOption())
  .action(async (options: Options) => {
    const installation = await openInstallation(options.config);
    try {
      checkContact(installation);
      await (options.drain ? drainOnce : serve)(installation, options);
    } finally {
      await installation.close();
    }
  });

function rolesOf(list: string): readonly Role[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.some((role) => role === name));
  if (unknown !== undefined) {
    throw new UsageError(`--roles: no role "${unknown}"; allowed: ${ROLES.join(', ')}`);
  }
  return ROLES.filter((role) => names.includes(role));
}

type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** Runs until SIGTERM or SIGINT; a second signal ends the process at once. */
async function serve(installation: Installation, { roles }: Options): Promise<void> {
  const service = await startService(installation, { roles });
  const { size } = installation.catalogue.sources();
  await print(`marsad: ${size} sources, ${roles.join(', ')}, ${installation.where}\n`);
  if (service.consoleUrl) await print(`marsad: console at ${service.consoleUrl}\n`);
  for (const fault of installation.catalogue.faults())
    process.stderr.write(`marsad: ${fault.message}\n`);
  await stopSignal();
  await service.stop();
}

/** Status of a process that a second signal ended. */
const ENDED_AT_ONCE = 130;

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let signals = 0;
    const onSignal = (): void => {
      signals += 1;
      if (signals > 1) process.exit(ENDED_AT_ONCE);
      resolve();
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

/** Counts of a run by outcome. */
type Tally = Record<string, number>;

async function drainOnce(installation: Installation, { roles, json }: Options): Promise<void> {
  const tally: Tally = {};
  const service = await startService(installation, {
    roles: roles.filter((role) => role !== 'console' && role !== 'websub'),
    once: true,
    watch: (jobRecord) => count(jobRecord, tally),
  });
  const stopped = await endOrSignal(service, tally);
  await service.stop();
  if (json) await printJson({ ...tally, stopped });
  else await print(summary(tally, stopped));
}

/** Waits for the end of the work or for a signal. @returns true where a signal came first */
async function endOrSignal(service: Service, tally: Tally): Promise<boolean> {
  const end = service.drain().then(({ putOff }) => {
    tally.putOff = putOff;
    return false;
  });
  return Promise.race([end, stopSignal().then(() => true)]);
}

/** Adds a job's line to the tally; jobs that go back to the queue will write another. */
function count(jobRecord: JobRecord, tally: Tally): void {
  if (jobRecord.outcome === 'later' || jobRecord.outcome === 'retry') return;
  const key = jobRecord.job === 'page' ? jobRecord.outcome : jobRecord.job;
  tally[key] = (tally[key] ?? 0) + (jobRecord.job === 'delivery' ? (jobRecord.records ?? 0) : 1);
  if (jobRecord.role !== undefined && jobRecord.role !== 'original')
    tally.copies = (tally.copies ?? 0) + 1;
}

function summary(tally: Tally, stopped: boolean): string {
  const of = (key: string): number => tally[key] ?? 0;
  const lines = [
    `${of('visit')} visits`,
    `${of('published')} published (${of('copies')} of them copies), ${of('updated')} updated, ${of('withdrawn')} withdrawn`,
    `${of('unchanged')} unchanged, ${of('skipped')} without an article, ${of('dead-letter')} dead letters`,
    `${of('delivery')} deliveries`,
  ];
  if (of('putOff') > 0) lines.push(`${of('putOff')} pages are put off to a later run`);
  if (stopped) lines.push('stopped by a signal: the next run goes on from here');
  return `${lines.join('\n')}\n`;
}

import { Command, Option } from 'commander';
import { UnreadableError, UsageError } from '../errors.ts';
import type { FileFault } from '../operate/console-data.ts';
import { plainText } from '../operate/plain-text.ts';
import type { JobRecord } from '../record/job-record.ts';
import { checkContact } from './contact-check.ts';
import { fileFaults } from './file-faults.ts';
import { type Installation, openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import { ROLES, type Role, type Service, startService } from './service.ts';
import { stopped, stopSignal, untilStopped } from './stop-signal.ts';

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
  .action((options: Options) => {
    const stop = stopSignal();
    const opened: Installation[] = [];
    return untilStopped(runUntil(options, stop, opened), stop, async () => {
      for (const installation of opened) await installation.close();
    });
  });

/** Runs from the start to the end; what it opens is in `opened` from then on. */
async function runUntil(
  options: Options,
  stop: AbortSignal,
  opened: Installation[],
): Promise<void> {
  const installation = await openInstallation(options.config);
  opened.push(installation);
  try {
    checkContact(installation);
    if (!stop.aborted) await (options.drain ? drainOnce : serve)(installation, options, stop);
  } finally {
    await installation.close();
  }
}

function rolesOf(list: string): readonly Role[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.some((role) => role === name));
  if (unknown !== undefined) {
    throw new UsageError(`--roles: no role "${unknown}"; allowed: ${ROLES.join(', ')}`);
  }
  return ROLES.filter((role) => names.includes(role));
}

/** Runs until SIGTERM or SIGINT; a second signal ends the process at once. */
async function serve(
  installation: Installation,
  { roles }: Options,
  stop: AbortSignal,
): Promise<void> {
  const { settings, sources } = installation.catalogue;
  const service = await startService(installation, { roles });
  const { size } = sources();
  const taken = roles.filter((role) => role !== 'websub' || settings.websub !== undefined);
  await print(`marsad: ${size} sources, ${taken.join(', ')}, ${installation.where}\n`);
  if (service.consoleUrl) await print(`marsad: console at ${service.consoleUrl}\n`);
  await stopped(stop);
  await service.stop();
}

/** What a run did: counts by outcome, and what failed for good. */
interface Tally {
  readonly counts: Record<string, number>;
  readonly failures: Failure[];
}

/** A route or page that failed for good. */
type Failure = Pick<JobRecord, 'job' | 'source' | 'url' | 'error'>;

/** Failures that a summary names; the rest are counted, and in the log and the dead-letter list. */
const FAILURES_NAMED = 100;

async function drainOnce(
  installation: Installation,
  { roles, json }: Options,
  stop: AbortSignal,
): Promise<void> {
  const tally: Tally = { counts: {}, failures: [] };
  const service = await startService(installation, {
    roles: roles.filter((role) => role !== 'console' && role !== 'websub'),
    once: true,
    watch: (jobRecord) => count(jobRecord, tally),
  });
  const isStopped = await endOrSignal(service, tally, stop);
  await service.stop();
  const files = fileFaults(installation.catalogue);
  await printEnd(tally, { isJson: json === true, isStopped, files });
  const { length } = tally.failures;
  const failed = length > 0 ? [`${length} routes, pages or sinks failed`] : [];
  if (files.length > 0) failed.push(`broken files of the configuration: ${files.length}`);
  if (failed.length > 0) throw new FailedForGood(failed.join(', '));
}

/** How a run ended. */
interface RunEnd {
  readonly isJson: boolean;
  readonly isStopped: boolean;
  /** Broken files: their sources were not visited, or by the last good version of the file. */
  readonly files: readonly FileFault[];
}

async function printEnd(tally: Tally, { isJson, isStopped, files }: RunEnd): Promise<void> {
  const { counts } = tally;
  const failures = tally.failures.slice(0, FAILURES_NAMED);
  const named = files.slice(0, FAILURES_NAMED);
  if (isJson) await printJson({ ...counts, failures, files: named, stopped: isStopped });
  else await print(summary(tally, isStopped) + named.map(fileLine).join(''));
}

function fileLine({ message, hint }: FileFault): string {
  return `${plainText(`broken file ${message}${hint ? ` (${hint})` : ''}`)}\n`;
}

/** Ends a run with status 1: it did its work, and some of it cannot be done. */
class FailedForGood extends UnreadableError {
  override readonly code = 'FAILED_FOR_GOOD';

  constructor(message: string) {
    super(message, {
      hint: 'marsad status says which sources and files, marsad failures list which pages.',
    });
  }
}

/** A sink that took no records to the end of the run. */
function sinkFailure(sink: string): Failure {
  const message = `sink ${sink} does not take records: they wait in the log for the next run`;
  return { job: 'delivery', error: { code: 'SINK', message, hint: 'marsad sinks list says why.' } };
}

/** Waits for the end of the work or for a signal. @returns true where a signal came first */
async function endOrSignal(
  service: Service,
  { counts, failures }: Tally,
  stop: AbortSignal,
): Promise<boolean> {
  const end = service.drain().then(({ putOff, visitsPutOff, failing }) => {
    for (const sink of failing) failures.push(sinkFailure(sink));
    counts.putOff = putOff;
    counts.visitsPutOff = visitsPutOff;
    return false;
  });
  return Promise.race([end, stopped(stop).then(() => true)]);
}

/** Adds a job record to the tally; jobs that go back to the queue will write another. */
function count(jobRecord: JobRecord, { counts, failures }: Tally): void {
  const { job, outcome, source, url, error } = jobRecord;
  if (outcome === 'later' || outcome === 'retry') return;
  if (outcome === 'failed' || outcome === 'dead-letter') failures.push({ job, source, url, error });
  const key = job === 'visit' || job === 'delivery' ? job : outcome;
  counts[key] = (counts[key] ?? 0) + (job === 'delivery' ? (jobRecord.records ?? 0) : 1);
  if (jobRecord.role !== undefined && jobRecord.role !== 'original')
    counts.copies = (counts.copies ?? 0) + 1;
}

function summary({ counts, failures }: Tally, isStopped: boolean): string {
  const of = (key: string): number => counts[key] ?? 0;
  const lines = [
    `${of('visit')} visits, ${of('failed')} routes could not be read`,
    `${of('published')} published (${of('copies')} of them copies), ${of('updated')} updated, ${of('withdrawn')} withdrawn`,
    `${of('unchanged')} unchanged, ${of('skipped')} without an article, ${of('dead-letter')} dead letters`,
    ...(of('held') > 0 ? [`${of('held')} held back: marsad held list`] : []),
    `${of('delivery')} deliveries`,
    ...failures.slice(0, FAILURES_NAMED).map(failureLine),
  ];
  if (failures.length > FAILURES_NAMED) lines.push(`and ${failures.length - FAILURES_NAMED} more`);
  if (of('putOff') > 0) lines.push(`${of('putOff')} pages are put off to a later run`);
  if (of('visitsPutOff') > 0) lines.push(`${of('visitsPutOff')} visits are put off to a later run`);
  if (isStopped) lines.push('stopped by a signal: the next run goes on from here');
  return `${lines.join('\n')}\n`;
}

function failureLine({ job, source = '', url = '', error }: Failure): string {
  const { code = 'DEFECT', message = '', hint } = error ?? {};
  return plainText(`${job} ${source} ${url}: ${code}: ${message}${hint ? ` (${hint})` : ''}`);
}

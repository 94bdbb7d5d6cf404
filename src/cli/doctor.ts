import { Command } from 'commander';
import type { Config } from '../config/load.ts';
import { recordBounds } from '../config/record-bounds.ts';
import { sinkPaths } from '../config/shared-path.ts';
import { MarsadError, UnreadableError } from '../errors.ts';
import { plainText } from '../operate/plain-text.ts';
import { reachRedis } from '../state/connection.ts';
import { readServerFacts } from '../state/server-facts.ts';
import { browserNeed, checkConfig, hostsOf } from './doctor/config.ts';
import { checkVariables } from './doctor/environment.ts';
import { type Finding, failure } from './doctor/finding.ts';
import { checkChromium, checkDisk, checkDns, checkOpenFiles } from './doctor/machine.ts';
import { judgeRedis } from './doctor/redis.ts';
import { findRedis } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { plugIns } from './plug-ins.ts';
import { print, printJson } from './print.ts';

/** Names that are resolved: enough to tell a site that is gone from a machine without a network. */
const MOST_HOSTS = 5;

/** `marsad doctor`: whether all that the service needs is there. */
export const doctor = new Command('doctor')
  .description(
    'Checks what the service needs: configuration, its variables, contact, catalogue, Redis (version, persistence, ' +
      'eviction, memory), clock, disk, DNS, Chromium and the limit of open files; with each fault ' +
      'what to do. No site is asked. Status 1 on a failure.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
    const findings = await examine(config);
    for (const finding of findings) {
      await (json ? printJson(finding) : print(textOf(finding)));
    }
    const failed = findings.filter(({ level }) => level === 'failure').length;
    if (failed > 0) throw new FailedChecksError(`${failed} of ${findings.length} checks failed`);
  });

/** Something that the service needs is not there. */
class FailedChecksError extends UnreadableError {
  override readonly code = 'FAILED_CHECKS';
}

async function examine(folder: string): Promise<readonly Finding[]> {
  const { config, enabled, findings } = checkConfig(folder);
  return [
    ...findings,
    ...(config ? checkVariables(config) : []),
    ...(config ? await checkRedis(config, enabled.length) : []),
    ...(config ? writtenPaths(config).map((path) => checkDisk(path)) : []),
    checkOpenFiles(),
    await checkDns(hostsOf(enabled, MOST_HOSTS)),
    await checkChromium(browserNeed(enabled)),
  ];
}

/** Checks the Redis of the settings; an error on the way to it is a finding too. */
async function checkRedis({ settings }: Config, sources: number): Promise<Finding[]> {
  try {
    const { address, leave } = await findRedis(settings);
    try {
      const redis = await reachRedis(address);
      const facts = await readServerFacts(redis).finally(() => redis.disconnect());
      const { recordDays } = recordBounds(settings);
      return judgeRedis(facts, { sources, recordDays });
    } finally {
      await leave();
    }
  } catch (error) {
    if (!(error instanceof MarsadError)) throw error;
    return [failure('redis', error.message, error.hint ?? 'See its log.')];
  }
}

/** Where this process writes: the private Redis, the archive, files of records. */
function writtenPaths({ settings }: Config): readonly string[] {
  const files = Object.values(settings.sinks).flatMap((sink) => sinkPaths(sink, plugIns.sinks));
  const archive = settings.archive ? [settings.archive.folder] : [];
  return [...new Set([settings.redis.folder, ...archive, ...files])];
}

const MARKS: Readonly<Record<Finding['level'], string>> = {
  good: 'ok     ',
  warning: 'warning',
  failure: 'FAILURE',
  unknown: 'unknown',
};

function textOf({ check, level, found, remedy }: Finding): string {
  const head = `${MARKS[level]}  ${check.padEnd(17)}  ${found}`;
  return `${[head, ...(remedy ? [`${' '.repeat(28)}${remedy}`] : [])].map(plainText).join('\n')}\n`;
}

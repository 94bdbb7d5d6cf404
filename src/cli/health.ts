import { Command } from 'commander';
import { loadSettings } from '../config/load.ts';
import { UnreachableError, UsageError } from '../errors.ts';
import { configOption } from './options.ts';
import { plugIns } from './plug-ins.ts';
import { print } from './print.ts';

interface Options {
  readonly config: string;
  readonly live?: boolean;
  readonly ready?: boolean;
}

/** A process that does not answer within that time does not answer people either. */
const LIMIT_MS = 4000;

/** `marsad health`: what a container's health check runs, on whatever port the settings name. */
export const health = new Command('health')
  .description(
    'Asks the console of this configuration on this machine whether the service is well, and prints ' +
      'its answer. Status 1 where it is not, or does not answer.',
  )
  .option('--live', 'only whether the process answers')
  .option('--ready', 'only whether the process can take up work')
  .addOption(configOption())
  .action(async ({ config, live, ready }: Options) => {
    const { port } = loadSettings(config, plugIns).console;
    if (port === 0) {
      throw new UsageError('console.port is 0: nobody knows the port', {
        hint: 'Name a port in marsad.yaml.',
      });
    }
    const path = live ? '/health/live' : ready ? '/health/ready' : '/health';
    const { ok, text } = await ask(`http://127.0.0.1:${port}${path}`);
    await print(`${text.trimEnd()}\n`);
    if (!ok) throw new UnwellError(`The service at port ${port} is not well`);
  });

/** The service answers that something is wrong with it, or nothing. */
class UnwellError extends UnreachableError {
  override readonly code = 'UNWELL';
}

async function ask(url: string): Promise<{ ok: boolean; text: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
    return { ok: answer.ok, text: await answer.text() };
  } catch (cause) {
    throw new UnwellError(`Nothing answers at ${url}`, {
      cause,
      hint: 'Give the process the role console, and the port of this configuration.',
    });
  }
}

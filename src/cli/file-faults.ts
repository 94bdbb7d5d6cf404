import type { ConfigError } from '../errors.ts';
import type { FileFault } from '../operate/console-data.ts';

/** The files that a configuration cannot take now, as every report names them. */
export function fileFaults({ faults }: { faults: () => readonly ConfigError[] }): FileFault[] {
  return faults().map(({ message, hint, context: { file = '' } }) => ({
    file: String(file),
    message,
    ...(hint === undefined ? {} : { hint }),
  }));
}

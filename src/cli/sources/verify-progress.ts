import { Presets, SingleBar } from 'cli-progress';
import { plainText } from '../../operate/plain-text.ts';

/** Shows how far a long command is. */
export interface Progress {
  /** One more is done. @param name which */
  readonly step: (name: string) => void;
  readonly end: () => void;
}

/** A bar on standard error where that is a terminal; nothing elsewhere. */
export function openProgress(total: number): Progress {
  const format = '{bar} {value} of {total}, {eta_formatted} left: {name}';
  const bar = new SingleBar(
    { format, stream: process.stderr, noTTYOutput: false, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { name: '' });
  return {
    step: (name) => bar.increment(1, { name: plainText(name) }),
    end: () => bar.stop(),
  };
}

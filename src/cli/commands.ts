import type { Command } from 'commander';
import { crawl } from './crawl.ts';
import { failures } from './failures.ts';
import { inspect } from './inspect.ts';
import { records } from './records.ts';
import { run } from './run.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';

/** Every command: one more is one file and one line here. */
export const commands: readonly Command[] = [
  run,
  crawl,
  sources,
  inspect,
  records,
  failures,
  status,
];

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Small files that take long, and the longest of the others: where nothing is known of earlier runs the
 * largest file goes first, and one of these would be the last, for which all else has ended and waits.
 */
const LONGEST = [
  ...['faults/delivery-kills', 'faults/kill'],
  ...['e2e/sources-add', 'e2e/replay', 'e2e/guide', 'e2e/refusals'],
  ...[
    'faults/slow-answers',
    'faults/disk-full',
    'faults/ending',
    'faults/delivery',
    'e2e/backfill',
  ],
  ...['faults/redis-refuses', 'faults/redis-away', 'e2e/consumers', 'e2e/together', 'e2e/revision'],
  ...['operate/console-pages', 'fetch/browser-end', 'fetch/browser', 'jobs/drift-replicas'],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    // Tests wait for what happens. These only end one that would wait for ever, so they are far
    // over what any takes, also on a machine whose processors others keep busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    sequence: { sequencer: LongestFirst },
    // Tests of a file that run together start a service or a browser each: for two cores no more.
    maxConcurrency: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/unit/**/*.test.ts'],
          setupFiles: ['test/fixed-seed.ts'],
          // These share the modules that they load: to load them anew for each of the files takes
          // longer than the tests themselves.
          isolate: false,
          // They compute: more of them than cores only make each other wait.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['test/{e2e,exams,faults}/**/*.test.ts'],
          isolate: false,
          // They wait half of their time, for pauses, time limits and the ends of processes.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

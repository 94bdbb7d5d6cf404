import { dirname, join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification, type Vite } from 'vitest/node';
import { isBuilt, ROOT } from './test/program.ts';

/**
 * Small files that take long, and the longest of the others: where nothing is known of earlier runs the
 * largest file goes first, and one of these would be the last, for which all else has ended and waits.
 */
const LONGEST = [
  ...['e2e/guide', 'e2e/sources-add', 'e2e/console-walk', 'faults/ending', 'faults/disk-full'],
  ...['e2e/consumer-guide', 'e2e/together', 'faults/redis-away', 'faults/kill', 'e2e/package'],
  ...['faults/slow-answers', 'e2e/backfill', 'faults/several-processes', 'faults/delivery-kills'],
  ...['faults/delivery', 'faults/redis-refuses', 'faults/flood', 'exams/sink', 'exams/reader'],
  ...['operate/console-pages', 'fetch/browser-end', 'fetch/browser', 'jobs/drift-replicas'],
  ...['fetch/proxy', 'jobs/delivery-failures'],
];

/** First those that wait half of their time, longest first; those that compute follow where one has room. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      const among = at < 0 ? LONGEST.length : at;
      return project.name === 'processes' ? among : among + LONGEST.length + 1;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/** A file of the program, as a test imports it. */
const SOURCE = /^((?:src|crawlers)\/.*)\.ts$/u;

/**
 * Gives tests the program as it was built, if no source is newer than that: Node loads it by itself. Vite
 * would rewrite each of its modules once more, in which calls between modules then go through a getter
 * each (reading a page takes a third longer), and each worker would wait for all of them.
 */
const builtProgram: Vite.Plugin = {
  name: 'built-program',
  enforce: 'pre',
  resolveId(name, importer) {
    if (!isBuilt || !importer || !name.startsWith('.')) return;
    const [, module] = SOURCE.exec(relative(ROOT, join(dirname(importer), name))) ?? [];
    if (module !== undefined) return join(ROOT, 'dist', `${module}.js`);
  },
};

export default defineConfig({
  plugins: [builtProgram],
  test: {
    server: { deps: { external: [/\/dist\/(?:src|crawlers)\//u] } },
    // Tests wait for what happens. These only end one that would wait for ever, so they are far
    // over what any takes, also on a machine whose processors others keep busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    sequence: { sequencer: LongestFirst },
    // One more than cores: some always wait, for pauses, time limits, the ends of processes and browsers.
    maxWorkers: 3,
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
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['test/{e2e,exams,faults}/**/*.test.ts'],
          isolate: false,
        },
      },
    ],
  },
});

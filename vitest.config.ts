import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Tests wait for what happens. These only end one that would wait for ever, so they are far
    // over what any takes, also on a machine whose processors others keep busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/unit/**/*.test.ts'],
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

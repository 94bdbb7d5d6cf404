import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests wait for what happens. These only end one that would wait for ever, so they are far
    // over what any takes, also on a machine whose processors others keep busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores: more processes than that only make time-outs.
    maxWorkers: 2,
  },
});

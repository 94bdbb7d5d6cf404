/**
 * The whole line, from the fetch to the log, without pauses: a process like a worker's, of the built
 * modules, since the loader that reads TypeScript holds some 50 MB and a thread of its own.
 */
import { keepHeapSmall } from '../../../dist/src/cli/heap.js';
import { openInstallation } from '../../../dist/src/cli/installation.js';
import { openRuntime } from '../../../dist/src/cli/runtime.js';
import { page } from '../../../dist/src/jobs/page-job.js';

keepHeapSmall();
const [folder = '', origin, count = '0'] = process.argv.slice(2);
const installation = await openInstallation(folder);
const runtime = await openRuntime(installation, () => undefined);
const source = runtime.deps.source('bench');
const visit = '2026-11-02T09:00:00Z';
const outcomes = {};
const stepMs = {};

async function take(first, last) {
  let next = first;
  const lane = async () => {
    for (let i = next++; i < last && source; i = next++) {
      const route = { kind: 'section', url: `${origin}/` };
      const at = { source: source.id, route, visit, firstSeen: visit };
      const link = { ...at, url: `${origin}/article/${i}` };
      const { outcome, steps } = await page(
        { link },
        { source, deps: runtime.deps, save: async () => {} },
      );
      for (const [step, ms] of Object.entries(steps ?? {})) stepMs[step] = (stepMs[step] ?? 0) + ms;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

await take(0, 50);
const rssBefore = [];
const started = performance.now();
const cpu = process.cpuUsage();
const total = Number(count);
for (let from = 50; from < total; from += Math.ceil((total - 50) / 10)) {
  await take(from, Math.min(total, from + Math.ceil((total - 50) / 10)));
  rssBefore.push(process.memoryUsage().rss);
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.send?.({
  pages: total - 50,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  rss: process.memoryUsage().rss,
  rssSteps: rssBefore,
  outcomes,
  stepMs,
});
await runtime.close();
await installation.close();
process.disconnect();

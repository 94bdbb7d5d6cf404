import { Hono } from 'hono';
import type { HealthReport } from './console-data.ts';
import type { Metrics } from './metrics.ts';
import { processHealth } from './process-health.ts';

/** What a process without the console tells of itself. */
export interface HealthPort {
  /** Of the whole installation; never rejects. */
  readonly health: () => Promise<HealthReport>;
  /** True where this process can take up work now. */
  readonly ready: () => boolean;
  /** What the jobs of this process fed. */
  readonly metrics: Metrics;
}

/** `/health`, `/health/live`, `/health/ready` and `/metrics`, as the console has them, and no more. */
export function healthApp({ health, ready, metrics: { registry } }: HealthPort): Hono {
  const app = new Hono();
  app.get('/health', async (c) => {
    const report = await health();
    return c.json(report, report.ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.route('/health', processHealth(ready));
  app.get('/metrics', async (c) =>
    c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
  );
  app.notFound((c) => c.text('Not here.\n', 404));
  return app;
}

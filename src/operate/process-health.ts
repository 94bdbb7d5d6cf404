import { Hono } from 'hono';

/**
 * How one process is, beside `/health`, which is the installation's: `live` it answers (restart it
 * where it does not), `ready` it can take up work now.
 */
export function processHealth(ready: () => boolean = () => true): Hono {
  const app = new Hono();
  const headers = { 'Cache-Control': 'no-store' };
  app.get('/live', (c) => c.json({ ok: true }, 200, headers));
  app.get('/ready', (c) => {
    const ok = ready();
    return c.json({ ok }, ok ? 200 : 503, headers);
  });
  return app;
}

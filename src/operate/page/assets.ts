import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

/** The page's own files, by name: nothing else can be asked for, whatever a path says. */
const TYPES = {
  'console.css': 'text/css; charset=utf-8',
  'console.mjs': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** Serves stylesheet, script and icon, read once; a browser asks anew after a release. */
export function pageAssets(): Hono {
  const app = new Hono();
  for (const [name, type] of Object.entries(TYPES)) {
    const text = readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
  return app;
}

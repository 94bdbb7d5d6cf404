import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

/** The page's own files by name: nothing else can be asked for, whatever a path says. */
const ASSETS = [
  {
    name: 'console.css',
    type: 'text/css; charset=utf-8',
    file: new URL('../assets/console.css', import.meta.url),
  },
  {
    name: 'console.mjs',
    type: 'text/javascript; charset=utf-8',
    file: new URL('../assets/console.mjs', import.meta.url),
  },
  {
    name: 'icon.svg',
    type: 'image/svg+xml',
    file: new URL('../assets/icon.svg', import.meta.url),
  },
];

/** Serves stylesheet, script and icon, read once; a browser asks anew after a release. */
export function pageAssets(): Hono {
  const app = new Hono();
  for (const { name, type, file } of ASSETS) {
    const text = readFileSync(file, 'utf8');
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
  return app;
}

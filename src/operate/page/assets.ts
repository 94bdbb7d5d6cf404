import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);

/** A file of our own, beside this one. */
const own = (name: string): URL => new URL(`../assets/${name}`, import.meta.url);

/** The licence of the font (OFL-1.1), served beside it; its files are in the same package. */
const FONT_LICENCE = require.resolve('@fontsource/ibm-plex-sans-arabic/LICENSE');

const SCRIPT = 'text/javascript; charset=utf-8';

/** The console's own files by name: nothing else can be asked for, whatever a path says. */
const ASSETS = [
  { name: 'console.css', type: 'text/css; charset=utf-8', file: own('console.css') },
  { name: 'console.mjs', type: SCRIPT, file: own('console.mjs') },
  { name: 'live.mjs', type: SCRIPT, file: own('live.mjs') },
  { name: 'icon.svg', type: 'image/svg+xml', file: own('icon.svg') },
  { name: 'font-LICENSE.txt', type: 'text/plain; charset=utf-8', file: FONT_LICENCE },
];

/** Arabic letters alone, in two weights: Latin ones are the system's. */
const FONTS = [400, 600].map((weight) => ({
  name: `arabic-${weight}.woff2`,
  file: join(dirname(FONT_LICENCE), `files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`),
}));

/** A font changes with a release at most; a month saves 90 KB a page. */
const FONT_CACHE = 'public, max-age=2592000';

/** Serves stylesheet, scripts, icon and fonts, read once; a browser asks anew after a release. */
export function pageAssets(): Hono {
  const app = new Hono();
  for (const { name, type, file } of ASSETS) {
    const text = readFileSync(file, 'utf8');
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
  for (const { name, file } of FONTS) {
    const bytes = new Uint8Array(readFileSync(file));
    app.get(`/${name}`, (c) =>
      c.body(bytes, 200, { 'Content-Type': 'font/woff2', 'Cache-Control': FONT_CACHE }),
    );
  }
  return app;
}

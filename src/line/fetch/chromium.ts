import { accessSync, constants } from 'node:fs';

/**
 * Where Debian, Ubuntu, Fedora and Alpine put it; Playwright's own is used where none is there. First
 * Chromium without a window (Debian's `chromium-headless-shell`): the same engine, which Playwright takes
 * by default as well. A page costs it a third of the processor's time (version 156, eight pages one
 * after the other: 4.9 s and 15.5 s).
 */
const PLACES = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome-stable',
];

/** The machine's Chromium, if it has one. */
export function findChromium(): string | undefined {
  return PLACES.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How the browser is started: it asks what its pages ask, and nothing by UDP, past the proxy. */
export function chromiumArguments(): string[] {
  return [
    '--disable-quic',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--no-first-run', '--no-pings', '--disable-default-apps'],
    // What the scripts of one page may hold, in MB: V8's own limit is some 4 GB a tab. A page that
    // takes more ends its own process, not the machine's memory.
    '--js-flags=--max-old-space-size=512',
    ...['--disable-gpu', '--disable-dev-shm-usage'],
    // The sandbox cannot be set up by root, as in most containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

// Makes a fresh machine ready: packages from the lock file, redis-server, Chromium.
// Needs nothing but Node. Usage: node scripts/setup.mjs [redis] [chromium] [headless-shell] [postgres] [nats] [python] [promtool]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.marsad-lock');
const say = (text) => process.stderr.write(`setup: ${text}\n`);

/** Ends with one clear sentence. */
function stop(text) {
  say(text);
  process.exit(1);
}

/** Path of the first of `names` that can be run, or undefined. */
function find(...names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here: the next folder
      }
    }
  }
  return undefined;
}

/** Runs a command with its output on our standard error; true where it ended with 0. */
function run(command, args, env = {}) {
  say([command, ...args].join(' '));
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 18)) return;
  stop(`Node 20.18 or newer is needed, this is ${process.versions.node}: see https://nodejs.org/`);
}

function packages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the packages of package-lock.json (once)');
  // npm's own browser download is not wanted: the browser is looked for below.
  if (!run('npm', ['ci', '--no-audit', '--no-fund'], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' })) {
    stop('npm ci failed: its message above says why; mend it and run this command again');
  }
  writeFileSync(stamp, lock);
}

/** Installs a Debian package, as root or through sudo; false where neither is possible. */
function apt(name) {
  const apt = find('apt-get');
  if (apt === undefined) return false;
  const sudo = process.getuid?.() === 0 ? [] : find('sudo') ? ['sudo', '-n'] : undefined;
  if (sudo === undefined) return false;
  const [first, ...rest] = [...sudo, apt];
  // Another package job on the machine may hold the lock for a while.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run(first, [...rest, ...wait, 'update', '-qq'], env);
  return run(
    first,
    [...rest, ...wait, 'install', '-y', '-qq', '--no-install-recommends', name],
    env,
  );
}

function redis() {
  if (process.env.REDIS_URL || find('redis-server')) return;
  say('redis-server is not here: installing it (once)');
  const brew = find('brew');
  if (apt('redis-server') || (brew && run(brew, ['install', 'redis']))) return;
  stop('install redis-server 7 or newer (Debian: apt-get install redis-server), or set REDIS_URL');
}

function postgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  if (versions.length > 0 || find('initdb')) return;
  say('PostgreSQL is not here: installing it (once)');
  const brew = find('brew');
  if (apt('postgresql') || (brew && run(brew, ['install', 'postgresql']))) return;
  stop('install PostgreSQL 15 or newer (Debian: apt-get install postgresql)');
}

function nats() {
  if (find('nats-server') || existsSync('/usr/sbin/nats-server')) return;
  say('nats-server is not here: installing it (once)');
  const brew = find('brew');
  if (apt('nats-server') || (brew && run(brew, ['install', 'nats-server']))) return;
  stop('install nats-server 2.9 or newer (Debian: apt-get install nats-server)');
}

function promtool() {
  if (find('promtool')) return;
  say('promtool is not here, which checks the rules for Prometheus: installing it (once)');
  const brew = find('brew');
  if (apt('prometheus') || (brew && run(brew, ['install', 'prometheus']))) return;
  stop('install promtool (Debian: apt-get install prometheus)');
}

function pythonRedis() {
  const probe = ['-c', 'import redis'];
  if (spawnSync('/usr/bin/python3', probe, { stdio: 'ignore' }).status === 0) return;
  say('redis-py is not here, which the module for Python is tested with: installing it (once)');
  if (apt('python3-redis')) return;
  stop('install redis-py for /usr/bin/python3 (Debian: apt-get install python3-redis)');
}

/** Debian's Chromium without a window: a page costs it a third of the processor's time. */
const HEADLESS_SHELL = 'chromium-headless-shell';

/** For the tests, which open hundreds of pages: also where a Chromium with windows is here already. */
function headlessShell() {
  if (process.env.MARSAD_CHROMIUM || find(HEADLESS_SHELL)) return;
  say('Chromium without a window is not here: installing it (once)');
  if (apt(HEADLESS_SHELL)) return;
  say('it cannot be installed: the tests take longer with another Chromium');
  chromium();
}

function chromium() {
  const ready =
    process.env.MARSAD_CHROMIUM ||
    find(HEADLESS_SHELL, 'chromium', 'chromium-browser', 'google-chrome');
  if (ready || playwrightChromium()) return;
  say('Chromium is not here: installing it (once)');
  if (
    apt(HEADLESS_SHELL) ||
    apt('chromium') ||
    run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'])
  )
    return;
  stop('install Chromium (Debian: apt-get install chromium), or name it in MARSAD_CHROMIUM');
}

/** True where Playwright's own browser was downloaded before. */
function playwrightChromium() {
  const probe =
    "process.exit(require('fs').existsSync(require('playwright').chromium.executablePath())?0:1)";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

checkNode();
packages();
if (process.argv.includes('redis')) redis();
if (process.argv.includes('chromium')) chromium();
if (process.argv.includes('headless-shell')) headlessShell();
if (process.argv.includes('postgres')) postgres();
if (process.argv.includes('nats')) nats();
if (process.argv.includes('python')) pythonRedis();
if (process.argv.includes('promtool')) promtool();

import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoAnswer } from '../../src/cli/demo/demo-site.ts';
import { isBuilt, ROOT } from '../program.ts';
import { listen } from './sources-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-package-'));
const home = join(folder, 'node_modules/marsad');
let files: readonly { path: string }[] = [];
let bytes = 0;

/** Runs the installed program in a folder that knows nothing of this repository. */
async function run(...args: string[]): Promise<string> {
  const { REDIS_URL: _redis, ...env } = process.env;
  const words = [join(home, 'dist/src/cli/main.js'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder, env });
  return stdout;
}

beforeAll(() => {
  const build = join(folder, 'build');
  mkdirSync(build);
  for (const name of ['src', 'crawlers', 'config', 'docs', 'deploy', 'scripts', 'package.json']) {
    cpSync(join(ROOT, name), join(build, name), { recursive: true });
  }
  for (const name of readdirSync(ROOT).filter((one) => /^tsconfig|\.md$|^LICENSE$/u.test(one))) {
    cpSync(join(ROOT, name), join(build, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(build, 'node_modules'));
  const npm = (...args: string[]): string =>
    execFileSync('npm', args, { cwd: build, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  // Built by the same command just before, where all the tests are run.
  if (isBuilt) cpSync(join(ROOT, 'dist'), join(build, 'dist'), { recursive: true });
  else npm('run', '-s', 'build', '--', '--noCheck');
  const [told] = JSON.parse(npm('pack', '--json'));
  files = told.files;
  bytes = statSync(join(build, told.filename)).size;
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(build, told.filename), '-C', home, '--strip-components=1']);
  // What it depends on is installed beside it, as npm does; from the same lock file.
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has less than 3 MB, and neither tests nor sources', () => {
  expect(bytes).toBeLessThan(3_000_000);
  const others = files.filter(({ path }) => /^(?:test|src|scripts|crawlers)\//u.test(path));
  expect(others).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['dist/src/cli/main.js', 'config/catalogue/EG.yaml', 'SECURITY.md']),
  );
});

it('gives a first look without any site', async () => {
  expect((await run('demo')).split('\n').filter(Boolean)).toHaveLength(3);
});

it('reads a page into a private Redis of the folder it is called in', async () => {
  const server = createServer((request, response) => {
    const answer = demoAnswer(request.url ?? '', new Date());
    response.writeHead(answer ? 200 : 404, { 'content-type': answer?.type ?? 'text/plain' });
    response.end(answer?.body);
  });
  const port = await listen(server);
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const settings = `crawl: { delay: 10ms, allowHosts: ["127.0.0.1:${port}"] }\nlog: { level: silent }\n`;
  writeFileSync(join(folder, 'config/marsad.yaml'), settings);
  const printed = await run('crawl', `http://127.0.0.1:${port}/2026/night-train`);
  server.close();
  expect(JSON.parse(printed)).toMatchObject({
    headline: 'قطار ليلي يربط العاصمة بساحل الزيتون ثلاث مرات أسبوعيا',
    author: [{ name: 'ليث المنصوري' }],
  });
  expect(existsSync(join(folder, '.marsad/redis'))).toBe(true);
});

it('brings the catalogue, and lists it', async () => {
  const listed = await run('sources', 'list', '--catalogue', '--country', 'EG');
  expect(listed.split('\n').length).toBeGreaterThan(10);
});

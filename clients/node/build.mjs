/** Builds the package, as ES modules and as CommonJS: `node clients/node/build.mjs [FOLDER]`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const to = resolve(process.argv[2] ?? here);
const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(typescript, '../bin/tsc');

for (const [folder, type, options] of [
  ['esm', 'module', ['--module', 'esnext']],
  ['cjs', 'commonjs', ['--module', 'commonjs']],
]) {
  const out = join(to, 'dist', folder);
  const project = join(here, 'tsconfig.json');
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', out, ...options], {
    stdio: 'inherit',
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type })}\n`);
}
for (const file of ['package.json', 'README.md']) {
  if (to !== resolve(here)) cpSync(join(here, file), join(to, file));
}

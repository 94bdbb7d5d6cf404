// Checks format and lint, types, schemas and unused code side by side: most of them use one processor, and
// each starts anew. What each says is shown once it has ended; ends with status 1 where one found a fault.
// Usage: node scripts/check.mjs [--build], which builds dist/ beside them
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = [join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);

/** The slowest first: the others fit beside it. Four checkers of types, as by default, take a fifth more. */
const CHECKS = [
  'knip',
  'biome check --error-on-warnings .',
  'node --import tsx scripts/schemas.ts --check',
  'tsc --checkers 2',
];
/** Types are checked by the check beside it. */
const BUILD = 'npm run -s build -- --noCheck';

/** Runs a command at the project's root and shows what it said; its status. */
function run(command) {
  const [program, ...args] = command.split(' ');
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    child.on('error', (error) => said.push(`${command}: ${error.message}\n`));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said.map((part) => Buffer.from(part))));
      resolve(status ?? 1);
    });
  });
}

const isToBuild = process.argv.includes('--build');
const statuses = await Promise.all([...CHECKS, ...(isToBuild ? [BUILD] : [])].map(run));
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

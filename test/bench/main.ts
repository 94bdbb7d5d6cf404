/** Runs a bench by its name: `npm run bench -- NAME [ARGUMENT…]`; without a name lists them. */
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.replace(/\.ts$/u, ''));

const [name, ...args] = process.argv.slice(2);
const bench: unknown =
  name !== undefined && names.includes(name)
    ? await import(new URL(`${name}.ts`, folder).href)
    : {};
const run: unknown =
  typeof bench === 'object' && bench !== null ? Reflect.get(bench, 'run') : undefined;
if (typeof run !== 'function') {
  process.stderr.write(`usage: npm run bench -- NAME; NAME is one of: ${names.join(', ')}\n`);
  process.exit(2);
}
await run(args);

import { readFileSync } from 'node:fs';

/** The keys of the table in docs/state.md, as patterns. */
export function documentedKeys(): RegExp[] {
  const text = readFileSync(new URL('../docs/state.md', import.meta.url), 'utf8');
  const cells = text.split('\n').flatMap((line) => /^\| (`.*?`) \|/u.exec(line)?.[1] ?? []);
  const names = cells.flatMap((cell) =>
    [...cell.matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? ''),
  );
  return names.map(
    (name) => new RegExp(`^\\{marsad\\}:${name.replaceAll(/<[^>]+>|\*/gu, '.+')}$`, 'u'),
  );
}

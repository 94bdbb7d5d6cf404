import type { Settings } from './settings.ts';

/** Sinks that write to one path, by their names. */
export interface SharedPath {
  readonly path: string;
  readonly names: readonly string[];
}

/** The paths that several sinks of the settings write to: lines of both stand there mixed. */
export function sharedPaths({ sinks }: Pick<Settings, 'sinks'>): SharedPath[] {
  const byPath = new Map<string, string[]>();
  for (const [name, sink] of Object.entries(sinks)) {
    for (const path of sinkPaths(sink)) {
      byPath.set(path, [...(byPath.get(path) ?? []), name]);
    }
  }
  return [...byPath].flatMap(([path, names]) => (names.length > 1 ? [{ path, names }] : []));
}

/** The files and folders that a sink of the settings writes to. */
export function sinkPaths(sink: Readonly<Record<string, unknown>>): string[] {
  return Object.values(sink).flatMap(pathOf);
}

function pathOf(settings: unknown): string[] {
  const path: unknown =
    typeof settings === 'object' && settings ? Reflect.get(settings, 'path') : undefined;
  return typeof path === 'string' ? [path] : [];
}

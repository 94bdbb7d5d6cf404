import type { z } from 'zod';
import type { PlugIns } from './load.ts';
import type { Settings } from './settings.ts';

/** Sinks that write to one path, by their names. */
export interface SharedPath {
  readonly path: string;
  readonly names: readonly string[];
}

/** The paths that several sinks of the settings write to: the records of both would be mixed there. */
export function sharedPaths(
  { sinks }: Pick<Settings, 'sinks'>,
  kinds: PlugIns['sinks'],
): SharedPath[] {
  const byPath = new Map<string, string[]>();
  for (const [name, sink] of Object.entries(sinks)) {
    for (const path of sinkPaths(sink, kinds)) {
      byPath.set(path, [...(byPath.get(path) ?? []), name]);
    }
  }
  return [...byPath].flatMap(([path, names]) => (names.length > 1 ? [{ path, names }] : []));
}

/**
 * The files and folders that a sink of the settings writes to, the default where it names none.
 * Empty for a sink whose settings are wrong, which `sources check` reports by itself.
 * @param kinds the schema of a sink's settings by its kind
 */
export function sinkPaths(
  sink: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, z.ZodType>>,
): string[] {
  return Object.keys(sink).flatMap((kind) => {
    const filled = kinds[kind]?.safeParse(sink).data;
    return pathsIn(typeof filled === 'object' && filled ? Reflect.get(filled, kind) : undefined);
  });
}

/** Kinds name a file `path` and a folder `folder`. */
function pathsIn(settings: unknown): string[] {
  if (typeof settings !== 'object' || settings === null) return [];
  return ['path', 'folder'].flatMap((key) => {
    const path: unknown = Reflect.get(settings, key);
    return typeof path === 'string' ? [path] : [];
  });
}

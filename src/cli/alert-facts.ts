import { statfs } from 'node:fs/promises';
import { contactFault } from '../config/contact.ts';
import { sinkPaths } from '../config/shared-path.ts';
import { findUnusual } from '../line/schedule/silence.ts';
import type { AlertFacts } from '../operate/alerts/conditions.ts';
import type { Snapshot } from '../operate/snapshot.ts';
import { memoryShare } from '../state/server-facts.ts';
import type { Installation } from './installation.ts';
import { plugIns } from './plug-ins.ts';
import type { Runtime } from './runtime.ts';

/** What is known beside the snapshot, for the conditions of alerts. */
export async function alertFacts(
  snapshot: Snapshot,
  installation: Installation,
  { deps }: Pick<Runtime, 'deps'>,
): Promise<AlertFacts> {
  const { redis, catalogue } = installation;
  const real = [...catalogue.sources().values()].filter(
    (source) => source.enabled && contactFault(source, catalogue.settings) !== undefined,
  );
  return {
    snapshot,
    unusual: await unusualSources(snapshot, installation, deps.history),
    disks: await disksOf(installation),
    memoryUsed: await memoryShare(redis),
    withoutContact: real.map(({ id }) => id),
  };
}

/** The disks of the private Redis, of the archive and of sinks that write to files. */
async function disksOf({ catalogue }: Installation): Promise<AlertFacts['disks']> {
  const { redis, archive, sinks } = catalogue.settings;
  const written = Object.values(sinks).flatMap((sink) => sinkPaths(sink, plugIns.sinks));
  const folders = new Set([redis.folder, ...(archive ? [archive.folder] : []), ...written]);
  const found = await Promise.all([...folders].map(diskOf));
  // One line a disk: folders of one file system are equally full.
  return [...new Map(found.flat().map((disk) => [disk.id, disk])).values()];
}

/** A folder that is not there has no disk yet. */
async function diskOf(folder: string) {
  const found = await statfs(folder).catch(() => undefined);
  if (!found || found.blocks === 0) return [];
  const { type, blocks, bfree, bavail } = found;
  // As `df` counts: what only root may fill does not count as free.
  const used = 1 - bavail / (blocks - bfree + bavail);
  return [{ id: `${type} ${blocks} ${bfree}`, folder, used }];
}

async function unusualSources(
  { sources, at }: Snapshot,
  { catalogue }: Installation,
  book: Runtime['deps']['history'],
): Promise<AlertFacts['unusual']> {
  const enabled = sources.filter((source) => source.enabled);
  const histories = await book.loadAll(enabled.map(({ id }) => id));
  return enabled.flatMap(({ id, health, lastDay }) => {
    const history = histories.get(id);
    if (!history) return [];
    const unusual = findUnusual(history, {
      now: at.getTime(),
      zone: catalogue.sources().get(id)?.timeZone ?? 'UTC',
      lastArticle: health.lastArticle === undefined ? undefined : Date.parse(health.lastArticle),
      lastDay,
    });
    return unusual ? [{ source: id, ...unusual }] : [];
  });
}

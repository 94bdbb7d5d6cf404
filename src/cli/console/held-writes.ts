import { releaseHeld, retryHeld } from '../../jobs/held-decision.ts';
import type { FileChange, OperatorWrites, RepairView } from '../../operate/operator-data.ts';
import type { HeldRecord } from '../../record/held-record.ts';
import { proposeRepair } from '../sources/repair.ts';
import { ChangedMeanwhileError, replaceSource } from '../sources/source-file.ts';
import { knownSource } from './known-source.ts';
import { type ReadParts, versionOf } from './operator-reads.ts';

/** What operators decide about a source whose template changed. */
export function heldWrites(
  parts: ReadParts,
): Pick<OperatorWrites, 'proposeRepair' | 'applyRepair' | 'held'> {
  const { runtime, installation } = parts;
  const held = runtime.deps.held;
  const retry = async (id: string): Promise<number> => {
    const work = { source: knownSource(id, parts), deps: runtime.deps };
    let count = 0;
    await retryHeld(await held.list(id), work, (_, outcome) => {
      if (outcome !== 'held') count += 1;
    });
    return count;
  };
  return {
    proposeRepair: (id) => proposal(id, parts),
    applyRepair: async (id, seen): Promise<FileChange> => {
      const found = await proposal(id, parts);
      if (found?.version !== seen.version || found.digest !== seen.digest) {
        throw new ChangedMeanwhileError(`The repair of ${id} is another one by now`, {
          hint: 'Nothing was written. Look at the proposal once more.',
        });
      }
      replaceSource(found.change.path, found.change);
      installation.catalogue.reload();
      await retry(id);
      return found.change;
    },
    held: {
      retry,
      release: (id) =>
        eachHeld(id, parts, async (one) => {
          // A page without an article has nothing that could be published.
          if (!one.draft) return false;
          await releaseHeld(one, { source: knownSource(id, parts), deps: runtime.deps });
          return true;
        }),
      discard: (id) => eachHeld(id, parts, (one) => held.remove(one.id)),
    },
  };
}

async function proposal(id: string, parts: ReadParts): Promise<RepairView | undefined> {
  const { installation, runtime } = parts;
  const config = installation.catalogue.folder;
  const found = await proposeRepair(knownSource(id, parts).id, { config, installation, runtime });
  if (typeof found === 'string') return undefined;
  return {
    change: { path: found.file, before: found.was, after: found.text },
    version: versionOf(found.was),
    digest: versionOf(found.text),
    before: found.before,
    after: found.after,
  };
}

/** One after another: each is a write to the log. */
async function eachHeld(
  id: string,
  parts: ReadParts,
  act: (one: HeldRecord) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  const { id: source } = knownSource(id, parts);
  for (const one of await parts.runtime.deps.held.list(source)) count += (await act(one)) ? 1 : 0;
  return count;
}

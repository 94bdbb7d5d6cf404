import { setEnabled } from '../../config/enabled-line.ts';
import { UsageError } from '../../errors.ts';
import type { FileChange, OperatorWrites } from '../../operate/operator-data.ts';
import { auditLog } from '../../state/audit-log.ts';
import { checkContactFor } from '../contact-check.ts';
import { ChangedMeanwhileError, replaceSource } from '../sources/source-file.ts';
import { heldWrites } from './held-writes.ts';
import { knownSource } from './known-source.ts';
import { fileOf, queuesOf, type ReadParts } from './operator-reads.ts';
import { tryUrl } from './try-url.ts';

/** What operators may change from the console. */
export function operatorWrites(parts: ReadParts): OperatorWrites {
  const { installation, runtime, letters } = parts;
  const { redis, keys, catalogue } = installation;
  const audit = auditLog(redis, keys);
  return {
    visitNow: async (id) => {
      const source = knownSource(id, parts);
      if (!source.enabled) {
        throw new UsageError(`Source ${id} is not enabled`, { hint: 'Enable it first.' });
      }
      checkContactFor(source, catalogue.settings);
      // The same id while it waits: two operators at once ask for one visit.
      await runtime.queues.visits.add(
        'visit',
        { source: id },
        { jobId: `now-${id}`, removeOnFail: true },
      );
    },
    setEnabled: async (id, change) => switchSource(id, change, parts),
    tryUrl: (id, url) => tryUrl(knownSource(id, parts), url, { runtime, installation }),
    retry: letters.retry,
    discard: letters.discard,
    setPaused: async (name, isPaused) => {
      const queue = queuesOf(parts).find((one) => one.name === name);
      if (!queue) throw new UsageError(`No queue ${name.slice(0, 60)}`);
      await (isPaused ? queue.pause() : queue.resume());
    },
    ...heldWrites(parts),
    note: audit.add,
  };
}

function switchSource(
  id: string,
  { enabled, version }: { readonly enabled: boolean; readonly version: string },
  parts: ReadParts,
): FileChange {
  const { catalogue } = parts.installation;
  const file = fileOf(catalogue.folder, knownSource(id, parts).id);
  if (!file || file.version !== version) {
    throw new ChangedMeanwhileError(`${file?.path ?? id} changed since the page was drawn`, {
      hint: 'Nothing was written. Look at the file as it is now, then do it again.',
    });
  }
  const after = setEnabled({ file: file.path, text: file.text }, enabled);
  replaceSource(file.path, { before: file.text, after });
  // The next page shows it as it is: the watcher takes some tenths of a second.
  catalogue.reload();
  return { path: file.path, before: file.text, after };
}

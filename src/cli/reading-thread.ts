/** The module of a thread that reads long pages: `src/jobs/page-readers.ts` starts and ends it. */
import { parentPort } from 'node:worker_threads';
import { crawlers } from '../../crawlers/index.ts';
import { MarsadError } from '../errors.ts';
import type { ThreadAnswer } from '../jobs/page-readers.ts';
import { type ReadTask, readText } from '../jobs/read-text.ts';
import { joinChunks } from '../record/fetched-page.ts';

function answerTo({ page, ...rest }: ReadTask): ThreadAnswer {
  const task = { ...rest, page: page.chunks ? { ...page, text: joinChunks(page.chunks) } : page };
  try {
    return { kind: 'read', read: readText(task, crawlers) };
  } catch (error) {
    if (!(error instanceof MarsadError)) return { kind: 'defect', error };
    const { code, message, hint } = error;
    return { kind: 'unreadable', code, message, hint };
  }
}

const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (task: ReadTask) => say(answerTo(task)));
say({ kind: 'ready' });

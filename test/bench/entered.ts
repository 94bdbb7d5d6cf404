/**
 * The files of `src/` and `crawlers/` that one article enters on its way from the visit of a feed to a
 * JSON Lines sink: those of which a function runs meanwhile, as V8 counts (precise coverage), in a
 * process that has taken one article already.
 */
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { openInstallation } from '../../src/cli/installation.ts';
import { startService } from '../../src/cli/service.ts';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';

const TEXT =
  'أعلنت بلدية وادي السرو فتح الطريق الجبلي أمام الحافلات ابتداء من صباح الأحد بعد انتهاء أعمال تدعيم الجدار.';
const MORE =
  'وأوضح رئيس البلدية سامر الكيلاني أن الأعمال انتهت قبل موعدها بأسبوعين، وأن كلفتها لم تزد على المقدر لها.';

/** `npm run bench -- entered` */
export async function run(): Promise<void> {
  const site = await answerSite('fetch: { via: http }');
  const installation = await openInstallation(join(site.folder, 'config'));
  const service = await startService(installation, { roles: ['crawl', 'deliver'], once: true });
  publish(site, '/first', 'فتح الطريق الجبلي أمام الحافلات');
  await service.drain();
  const counter = new Session();
  counter.connect();
  await counter.post('Profiler.enable');
  await counter.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  publish(site, '/second', 'حافلات المدارس تعود إلى الطريق الجبلي');
  await service.drain();
  const { result } = await counter.post('Profiler.takePreciseCoverage');
  counter.disconnect();
  await service.stop();
  await installation.close();
  site.close();
  tell(result.filter(hasRun).map(({ url }) => url.replace(/^.*\/(?=(?:src|crawlers)\/)/u, '')));
}

function publish({ answers, origin }: AnswerSite, path: string, headline: string): void {
  answers.set(path, articlePage(headline, [`${headline}: ${TEXT}`, MORE]));
  answers.set('/feed', feedOf(origin, path));
}

interface Script {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
  }[];
}

/** The module itself, which begins at its first character, runs when it is loaded. */
function hasRun({ url, functions }: Script): boolean {
  const isOurs = /^file:.*\/(?:src|crawlers)\//u.test(url) && !url.includes('/node_modules/');
  return (
    isOurs &&
    functions.some(({ ranges: [whole] }) => whole && whole.count > 0 && whole.startOffset > 0)
  );
}

/** By folder: a step of the pipeline, or a part of the program. */
function tell(files: readonly string[]): void {
  const folders = new Map<string, string[]>();
  for (const file of files.toSorted()) {
    const [, folder = file] = /^(src\/line\/\w+|src\/\w+|\w+)(?:\/|$)/u.exec(file) ?? [];
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  for (const [folder, names] of folders) {
    console.log(`${folder}: ${names.length}`);
    for (const name of names) console.log(`  ${name}`);
  }
  console.log(JSON.stringify({ files: files.length }));
}

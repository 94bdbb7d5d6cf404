import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { crawlers } from '../../crawlers/index.ts';
import { ConfigError, MarsadError, UsageError } from '../errors.ts';
import { statedUrl } from '../line/extract/absolute-url.ts';
import { readArticle } from '../line/extract/article.ts';
import { type Boilerplate, learnBoilerplate } from '../line/extract/boilerplate.ts';
import { type Document, parseDocument } from '../line/extract/document.ts';
import { explainHtml } from '../line/extract/explain.ts';
import { normalize } from '../line/normalize/draft.ts';
import type { Page } from '../record/fetched-page.ts';
import type { NoArticle, Reading } from '../record/reading.ts';
import type { Source } from '../source.ts';
import { type Input, inputsOf } from './inputs.ts';
import { configOption, jsonOption, zoneOption } from './options.ts';
import { print, printJson } from './print.ts';
import { NotAskedError, pageOf, sourceFor } from './saved-page.ts';

interface Options {
  readonly url?: string;
  readonly source?: string;
  readonly zone?: string;
  readonly config: string;
  readonly explain?: boolean;
  readonly html?: string;
}

/** File names that saved pages have; in a folder with others only these are read. */
const PAGE_ENDINGS = ['.html', '.htm', '.xhtml', '.shtml', '.asp', '.aspx', '.php'];

/** `marsad inspect page`: what would be published of a page. */
export const inspectPage = new Command('page')
  .description(
    'Shows what would be published, one JSON line a page; {file, skipped, reason} where a page holds ' +
      'no article. Pages of one host are read as one source. A URL is asked for by the settings of ' +
      '--config; status 1 where it is refused or cannot be had.',
  )
  .argument('<input...>', 'saved pages, folders of them, or URLs')
  .option('--url <url>', 'the address that a saved page had')
  .option('--source <id>', 'read by the rules of this source')
  .addOption(zoneOption())
  .addOption(configOption())
  .addOption(jsonOption())
  .option('--explain', 'also the evidence of each field and what was left out, as text')
  .addOption(new Option('--html <file>', 'write that as an HTML page with the blocks marked'))
  .action(async (names: string[], options: Options) => {
    const inputs = inputsOf(names, PAGE_ENDINGS);
    if (options.url !== undefined && inputs.length > 1) {
      throw new UsageError('--url goes with one page');
    }
    const memory = await learnSites(inputs, options);
    let failed = 0;
    for (const input of inputs) {
      const isRead = await show(input, { options, memory });
      if (input.isUrl && !isRead) failed += 1;
    }
    if (failed > 0) throw new NotAskedError(`${failed} URLs could not be asked for or read`);
  });

/** The blocks that recur on the pages of each host; a single page shows none. */
async function learnSites(inputs: readonly Input[], options: Options) {
  const memory = new Map<string, Boilerplate>();
  if (inputs.length < 2) return memory;
  for (const input of inputs) {
    const opened = await open(input, options).catch(() => undefined);
    if (!opened) continue;
    const host = hostOf(opened.document);
    memory.set(host, learnBoilerplate(memory.get(host), opened.document));
  }
  return memory;
}

interface Opened {
  readonly page: Page;
  readonly document: Document;
}

/** A page parsed under the address it had: given, stated by itself, or its file's. */
async function open(input: Input, { url, config }: Options): Promise<Opened> {
  const page = await pageOf(input, config);
  if (input.isUrl) return { page, document: parseDocument(page.chunks ?? page.text, page.url) };
  const first = parseDocument(page.text, url ?? page.url);
  const stated = url ?? statedUrl(first);
  if (stated === undefined) return { page, document: first };
  return {
    page: { ...page, url: stated, requestedUrl: stated },
    document: { ...first, url: stated },
  };
}

const hostOf = ({ url }: Document): string => new URL(url).host;

interface Showing {
  readonly options: Options;
  readonly memory: ReadonlyMap<string, Boilerplate>;
}

/** @returns false where the page could not be had */
async function show(input: Input, { options, memory }: Showing): Promise<boolean> {
  try {
    const { page, document } = await open(input, options);
    const source = sourceFor(document.url, {
      config: options.config,
      ...(options.zone ? { zone: options.zone } : {}),
      ...(options.source ? { id: options.source } : {}),
    });
    const boilerplate = memory.get(hostOf(document));
    const context = {
      source: known(source, options),
      crawlers,
      ...(boilerplate ? { boilerplate } : {}),
    };
    const reading = readArticle(document, context);
    await printJson({ file: input.file, ...lineOf(reading, { page, source, options }) });
    if (options.explain) await print(explainText(reading));
    if (options.html) writeFileSync(options.html, explainHtml(document, reading));
    return true;
  } catch (error) {
    if (error instanceof ConfigError || !(error instanceof MarsadError)) throw error;
    await printJson({ file: input.file, skipped: error.code, reason: error.message });
    return false;
  }
}

/** A source made up from the host has no name that may stand in a title. */
function known(source: Source, options: Options): Partial<Source> {
  if (options.source) return source;
  const { article, crawler } = source;
  return { article, crawler };
}

function lineOf(
  reading: Reading | NoArticle,
  { page, source, options }: { page: Page; source: Source; options: Options },
): object {
  if (reading.kind !== 'article') return { skipped: reading.kind, reason: reading.reason };
  const name = options.source ? source.name : (reading.siteName ?? source.name);
  const now = new Date();
  const link = {
    url: page.url,
    route: { kind: 'direct', url: page.url },
    firstSeen: now.toISOString(),
    visit: 'inspect',
  } as const;
  return normalize(reading, {
    source: { ...source, name },
    link,
    routeDates: undefined,
    page,
    now,
  });
}

/** The evidence of each field, and each text that was left out with its reason, a line each. */
function explainText(reading: Reading | NoArticle): string {
  const removed = (reading.blocks?.removed ?? []).map(
    ({ reason, text }) => `  left out, ${reason}: “${text}”`,
  );
  return `${[...(reading.kind === 'article' ? fieldLines(reading) : []), ...removed].join('\n')}\n`;
}

function fieldLines(reading: Reading): readonly string[] {
  const fields = Object.entries(reading).flatMap(([field, value]) => {
    if (typeof value !== 'object' || value === null || !('evidence' in value)) return [];
    const { from, confidence, text, note } = value.evidence;
    return [
      `  ${field}: ${from} (${confidence})${text ? ` “${text}”` : ''}${note ? ` — ${note}` : ''}`,
    ];
  });
  const dates = reading.dates.map(
    ({ role, from, text }) => `  ${role} candidate: ${from} “${text}”`,
  );
  return [...fields, ...dates];
}

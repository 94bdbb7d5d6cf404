import { Command } from 'commander';
import { UnreadableError } from '../errors.ts';
import { judgeUrl } from '../line/discover/link-url.ts';
import { plainText } from '../operate/plain-text.ts';
import type { LeftOutLink } from '../record/left-out.ts';
import type { ArticleTrace, PageTrace, SinkTrace } from '../record/trace.ts';
import { articleTraces } from './article-trace.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

/** `marsad trace`: an article's whole way. */
export const trace = new Command('trace')
  .description(
    'Shows the whole way of an article: when its link was seen and where, why the last visit that met it ' +
      'left it out, each job of its page of the last seven days with what was decided (skipped, refused and failed too) and the time of each ' +
      'step, and where each revision stands with each sink.',
  )
  .argument('<url|id>')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (urlOrId: string, { config, json }: { config: string; json?: boolean }) => {
    const installation = await openInstallation(config);
    try {
      const traces = await articleTraces(installation, urlOrId);
      for (const one of traces) await (json ? printJson(one) : print(traceText(one)));
      if (traces.length === 0) throw new UntraceableError(urlOrId);
    } finally {
      await installation.close();
    }
  });

/** No source met the link. */
class UntraceableError extends UnreadableError {
  override readonly code = 'NOT_MET';

  constructor(urlOrId: string) {
    const verdict = URL.canParse(urlOrId) ? judgeUrl(urlOrId, urlOrId) : undefined;
    const fault = verdict && 'fault' in verdict ? verdict.fault : undefined;
    const reason = fault === undefined ? '' : `: a visit leaves such an address out (${fault})`;
    super(`No visit met ${urlOrId}${reason}`, {
      hint: 'Is it in a route of a source? marsad crawl SOURCE prints what a visit finds.',
    });
  }
}

function traceText(trace: ArticleTrace): string {
  const { source, url, id, seen, leftOut, pages, job, sinks } = trace;
  const [first] = pages;
  const route = first ? `${first.route.kind} ${first.route.url}, visit ${first.visit}` : '';
  const lines = [
    `${url}  ${source}${id ? `  ${id}` : ''}`,
    ...(seen === undefined ? [] : [row(seen, 'seen', route)]),
    ...(leftOut ? [row(leftOut.at, 'link', leftOutText(leftOut))] : []),
    ...pages.flatMap(pageLines),
    ...(job ? [row(job.due, 'queue', [job.state, job.reason ?? ''].join(' ').trim())] : []),
    ...sinks.map(sinkLine),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

const leftOutText = ({ reason, route, visit }: LeftOutLink): string =>
  `left out: ${reason}, ${route.kind} ${route.url}, visit ${visit}`;

/** An ISO instant with milliseconds is 24 characters. */
const row = (at: string | undefined, what: string, text: string): string =>
  `${(at ?? '').padEnd(24)}  ${what.padEnd(7)}  ${text}`.trimEnd();

function pageLines(page: PageTrace): string[] {
  const { outcome, id, revision, role, kind, reason, error, isRecheck, url } = page;
  const decided = [outcome, role, revision === undefined ? '' : `revision ${revision} of ${id}`];
  const why = [kind, reason, error ? `${error.code}: ${error.message}` : ''];
  const text = [...decided, ...why].filter(Boolean).join(', ');
  return [
    row(page.at, isRecheck ? 'recheck' : 'page', text),
    row('', '', [url, answerText(page), stepsText(page)].filter(Boolean).join(', ')),
  ];
}

function answerText({ via, status, bytes }: PageTrace): string {
  if (via === undefined) return '';
  return `${via} ${status ?? ''} ${bytes ?? 0} bytes`;
}

function stepsText({ steps = {}, ms }: PageTrace): string {
  const parts = Object.entries(steps).map(([step, time]) => `${step} ${Math.round(time)}`);
  return `${Math.round(ms)} ms${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

function sinkLine({ at, sink, revision, outcome, reason }: SinkTrace): string {
  const text = `${sink}: revision ${revision} ${outcome}`;
  return row(at, 'sink', reason === undefined ? text : `${text}: ${reason}`);
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandEnd, callMarsadIn } from './called.ts';

/** What a path answers: status, header fields, body. */
export type Answer = readonly [status: number, headers: Record<string, string>, body: string];

/** A site whose answers the test sets, with an installation that has it as its only source. */
export interface AnswerSite {
  readonly origin: string;
  readonly folder: string;
  readonly answers: Map<string, Answer>;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
  readonly run: (...args: string[]) => Promise<CommandEnd>;
  /** Runs once and gives the summary. */
  readonly drain: () => Promise<Record<string, unknown>>;
  readonly close: () => void;
}

/** Serves a site on loopback; `source` is added to its source file, which reads the feed `/feed`. */
export async function answerSite(source = ''): Promise<AnswerSite> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const [status, headers, body] = answers.get(path) ?? [404, {}, ''];
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'marsad-answers-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), settings(folder, port));
  writeFileSync(
    join(folder, 'config/sources/one.yaml'),
    `name: الوادي\nhomepage: ${origin}/\ndiscover: [{ feed: ${origin}/feed }]\n${source}\n`,
  );
  const run = (...args: string[]) => callMarsadIn({ cwd: folder }, ...args);
  return {
    origin,
    folder,
    answers,
    asked,
    run,
    drain: async () => JSON.parse((await run('run', '--drain', '--json')).stdout || '{}'),
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(folder: string, port: number): string {
  return [
    `redis: { folder: ${folder}/state }`,
    // No answer is late here: a busy machine alone can take long over one.
    `crawl: { delay: 10ms, totalTime: 60s, allowHosts: ['127.0.0.1:${port}'] }`,
    'log: { level: error }',
    `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
    '',
  ].join('\n');
}

/** A feed that links to `paths` of the site. */
export function feedOf(origin: string, ...paths: string[]): Answer {
  const items = paths.map((path) => `<item><title>خبر</title><link>${origin}${path}</link></item>`);
  const body = `<rss version="2.0"><channel><title>الوادي</title>${items.join('')}</channel></rss>`;
  return [200, { 'content-type': 'application/rss+xml' }, body];
}

/** A page with an article of these paragraphs. */
export function articlePage(headline: string, paragraphs: readonly string[]): Answer {
  const body = `<!doctype html><html lang="ar"><head><title>${headline}</title><meta property="article:published_time" content="2026-11-01T08:00:00Z"></head><body><h1>${headline}</h1><div class="post">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;
  return [200, { 'content-type': 'text/html; charset=utf-8' }, body];
}

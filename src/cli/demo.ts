import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Command } from 'commander';
import { Hono } from 'hono';
import { UnreadableError } from '../errors.ts';
import { ArticleRecord } from '../record/article.ts';
import { DEMO_ARTICLES, demoAnswer } from './demo/demo-site.ts';
import { print } from './print.ts';

/** `marsad demo`: a first look without any site of others. */
export const demo = new Command('demo')
  .description(
    `Serves a news site of ${DEMO_ARTICLES} invented articles on this machine, crawls it into a private ` +
      'Redis of a folder that is removed again, and prints the records. Nothing else is asked.',
  )
  .action(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marsad-demo-'));
    const site = await openSite();
    try {
      writeConfig(folder, site.origin);
      await crawlAll(folder);
      const records = recordsIn(join(folder, 'articles.jsonl'));
      for (const record of records) await print(`${textOf(record)}\n`);
      if (records.length !== DEMO_ARTICLES) {
        throw new DemoError(`Expected ${DEMO_ARTICLES} records, found ${records.length}`);
      }
    } finally {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

/** The demo did not give what its site has. */
class DemoError extends UnreadableError {
  override readonly code = 'DEMO';
}

async function openSite(): Promise<{ origin: string; close: () => void }> {
  const app = new Hono();
  const now = new Date();
  app.get('*', (c) => {
    const answer = demoAnswer(c.req.path, now);
    return answer ? c.body(answer.body, 200, { 'content-type': answer.type }) : c.notFound();
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    );
  });
}

function writeConfig(folder: string, origin: string): void {
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const settings = [
    `redis: { folder: ${JSON.stringify(join(folder, 'state'))} }`,
    `crawl: { delay: 50ms, allowHosts: [${JSON.stringify(new URL(origin).host)}] }`,
    'log: { level: warn }',
    `sinks: { file: { jsonLines: { path: ${JSON.stringify(join(folder, 'articles.jsonl'))} } } }`,
  ];
  writeFileSync(join(folder, 'config/marsad.yaml'), `${settings.join('\n')}\n`);
  writeFileSync(
    join(folder, 'config/sources/sada.yaml'),
    `name: صدى الرحبة\nhomepage: ${origin}/\ntimeZone: Asia/Damascus\ndiscover: [feed: ${origin}/feed]\n`,
  );
}

/** In a process of its own, as an operator would: this one serves the site meanwhile. */
async function crawlAll(folder: string): Promise<void> {
  const [program = ''] = process.argv.slice(1);
  const { REDIS_URL: _redis, ...env } = process.env;
  const args = [...process.execArgv, program, 'run', '--drain', '--config', join(folder, 'config')];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 2, 2] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new DemoError(`The crawl ended with status ${String(status)}`);
}

function recordsIn(file: string): ArticleRecord[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
}

function textOf({ headline, author, datePublished, wordCount, source }: ArticleRecord): string {
  const by = author?.map(({ name }) => name).join('، ') ?? '—';
  return `${datePublished ?? '—'}  ${source.name}: ${headline} (${by}, ${wordCount} words)`;
}

import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../../src/errors.ts';
import { Credit, DatePrecision } from '../../src/record/article.ts';
import type { SiteArticle } from './site.ts';

const Text = z.string().min(1);
const Instant = z.iso.datetime();

const Picture = z.strictObject({
  path: z.string().startsWith('/'),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  caption: Text.optional(),
});

const StoryPart = z.strictObject({
  id: Text,
  role: z.enum(['original', 'copy', 'abridged', 'expanded']),
});

const Articles = z.array(
  z.strictObject({
    path: z.string().startsWith('/'),
    headline: Text,
    description: Text.optional(),
    body: Text.transform((body) => body.trim()),
    author: z.array(Text).optional(),
    credit: z.array(Credit).optional(),
    dateline: Text.optional(),
    datePublished: Instant.optional(),
    datePrecision: DatePrecision.optional(),
    dateModified: Instant.optional(),
    articleSection: z.array(Text).optional(),
    keywords: z.array(Text).optional(),
    image: Picture.optional(),
    story: StoryPart.optional(),
    inFeed: z.boolean().optional(),
    print: z.record(z.string(), z.coerce.string()).optional(),
  }),
);

/**
 * The articles of a replica site.
 * @throws {ConfigError} naming the file, the line where one is known, and each finding
 */
export async function readArticleFile(file: string): Promise<SiteArticle[]> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new ConfigError(`${file}: ${broken.message}`);
  const result = Articles.safeParse(document.toJS());
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) => {
    const node =
      document.getIn(issue.path.map(String), true) ?? document.getIn(entryOf(issue.path), true);
    const line = lines.linePos(offsetOf(node)).line;
    return `${file}:${line}: ${issue.path.join('.')}: ${issue.message}`;
  });
  throw new ConfigError(findings.join('\n'));
}

function entryOf(path: readonly PropertyKey[]): string[] {
  return path.slice(0, 1).map(String);
}

function offsetOf(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node)) return 0;
  return Array.isArray(node.range) ? Number(node.range[0]) : 0;
}

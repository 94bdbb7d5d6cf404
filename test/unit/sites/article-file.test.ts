import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { readArticleFile } from '../../sites/article-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-articles-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(yaml: string) {
  const file = join(folder, 'articles.yaml');
  await writeFile(file, yaml);
  return readArticleFile(file);
}

describe('readArticleFile', () => {
  it('reads an article and trims its body', async () => {
    const articles = await read('- path: /a\n  headline: خبر\n  body: |\n    أول.\n\n    ثان.\n');
    expect(articles).toEqual([{ path: '/a', headline: 'خبر', body: 'أول.\n\nثان.' }]);
  });

  it.each([
    [
      'an unknown key',
      '- path: /a\n  headline: خبر\n  body: نص\n  titel: خطأ\n',
      /yaml:1: .*titel/u,
    ],
    ['a path without a stroke', '- headline: خبر\n  body: نص\n  path: a\n', /yaml:3: 0\.path/u],
    [
      'a date that is none',
      '- path: /a\n  headline: خبر\n  body: نص\n  datePublished: أمس\n',
      /yaml:4: /u,
    ],
    ['a missing body', '- path: /a\n  headline: خبر\n', /yaml:1: 0\.body/u],
    ['broken YAML', '- path: [/a\n', /articles\.yaml/u],
  ])('%s is told with its line', async (_name, yaml, message) => {
    const failure = read(yaml);
    await expect(failure).rejects.toThrow(ConfigError);
    await expect(failure).rejects.toThrow(message);
  });
});

/** Writes `config/schema/*.json` from the code, or with `--check` fails where a file is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Settings } from '../src/config/settings.ts';
import { sinkSettingsSchema } from '../src/line/deliver/index.ts';
import { ArticleRecord } from '../src/record/article.ts';
import { SCHEMA_RELEASE } from '../src/record/fields.ts';
import { Source } from '../src/source.ts';
import { typesOf } from './schema-types.ts';

const settings = Settings.extend({
  sinks: z.record(z.string(), sinkSettingsSchema()).default({ queue: { queue: {} } }),
});
const schemas = {
  'source.v1': z.toJSONSchema(Source, { io: 'input', unrepresentable: 'any' }),
  'settings.v1': z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }),
  'article.v1': articleSchema(),
};

/** Within a version the record only gains fields: who validates one must take what is added. */
function articleSchema() {
  const schema = z.toJSONSchema(ArticleRecord, {
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const $comment = `Release ${SCHEMA_RELEASE} of the form: docs/schema-changelog.md`;
  return { $id: 'urn:marsad:schema:article:v1', $comment, ...schema };
}

/** Every file that is written from the code, and its text. */
const files: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(schemas).map(([name, schema]) => [
    `config/schema/${name}.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]),
  ['clients/node/src/article.ts', typesOf('Article', schemas['article.v1'])],
]);

const stale = Object.entries(files).filter(([name, text]) => {
  const file = new URL(`../${name}`, import.meta.url);
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (same || process.argv.includes('--check')) return !same;
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${name} written\n`);
  return false;
});
if (stale.length > 0) {
  process.stderr.write(
    `written files are stale (${stale.map(([name]) => name).join(', ')}): npm run schemas\n`,
  );
  process.exit(1);
}

/** Writes `config/schema/*.json` from the code, or with `--check` fails where a file is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Settings } from '../src/config/settings.ts';
import { sinkSettingsSchema } from '../src/line/deliver/index.ts';
import { ArticleRecord } from '../src/record/article.ts';
import { Source } from '../src/record/source.ts';

const settings = Settings.extend({
  sinks: z.record(z.string(), sinkSettingsSchema()).default({ queue: { queue: {} } }),
});
const schemas = {
  'source.v1': z.toJSONSchema(Source, { io: 'input', unrepresentable: 'any' }),
  'settings.v1': z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }),
  'article.v1': z.toJSONSchema(ArticleRecord, { unrepresentable: 'any' }),
};

const stale = Object.entries(schemas).filter(([name, schema]) => {
  const file = new URL(`../config/schema/${name}.json`, import.meta.url);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (same || process.argv.includes('--check')) return !same;
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`config/schema/${name}.json written\n`);
  return false;
});
if (stale.length > 0) {
  process.stderr.write(
    `config/schema is stale (${stale.map(([name]) => name).join(', ')}): npm run schemas\n`,
  );
  process.exit(1);
}

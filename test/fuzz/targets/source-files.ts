import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plugIns } from '../../../src/cli/plug-ins.ts';
import { readCsv } from '../../../src/cli/sources/csv-list.ts';
import { loadSettings, loadSource } from '../../../src/config/load.ts';
import { ConfigError } from '../../../src/errors.ts';
import { readOpml } from '../../../src/line/discover/opml.ts';
import { Source } from '../../../src/source.ts';
import { loadSites } from '../../sites/catalogue.ts';
import { orRefusal } from '../refusal.ts';
import type { FuzzTarget } from '../target.ts';

const FULL = `name: المواطن
homepage: https://almowaten.example/
country: PS
timeZone: Asia/Jerusalem
crawler: jannah
discover:
  - feed: https://almowaten.example/feed/
  - newsSitemap: https://almowaten.example/news-sitemap.xml
  - section: https://almowaten.example/category/world/
    links: h2.entry-title a
visit: { cron: "*/10 5-23 * * 0-4" }
revisit: [1h, 6h, 24h]
fetch: { via: auto, delay: 5s, concurrency: 1, headers: { x-a: b } }
article:
  headline: h1.post-title
  body: .entry-content
  remove: [.related, ".share > a:not(.b)"]
  datePublished: { select: .post-meta .date, months: levant }
dates: { zone: Asia/Jerusalem, distrustZone: true }
rights: { respectAiOptOut: true }
tags: [palestine, national]
enabled: true
`;

const SETTINGS = `crawl: { contact: "https://example.org/about", delay: 5s, concurrency: 8, bodyBytes: 10MB }
console: { port: 7700 }
sinks:
  articles: { queue: {} }
  archive: { jsonLines: { path: archive/, rotate: day }, only: { countries: [EG, SD], roles: [original] } }
`;

const OPML = `<?xml version="1.0"?><opml version="2.0"><head><title>صحف</title></head><body><outline text="مصر"><outline text="النيل" type="rss" xmlUrl="https://nil.example/feed" htmlUrl="https://nil.example/" category="/news,/eg"/></outline><outline type="include" url="https://b.example/l.opml"/></body></opml>`;

const CSV =
  'name,homepage,feed,country,tags\r\n"النيل, مصر",https://nil.example/,https://nil.example/feed,EG,a;b\r\n';

const folder = mkdtempSync(join(tmpdir(), 'marsad-fuzz-'));
const file = join(folder, 'almowaten.yaml');

/** Source files, settings, and lists of sources: refused with a place, or as the schema says. */
export const target: FuzzTarget = {
  extension: 'yaml',
  corpus: async () => [
    ...(await loadSites()).flatMap(({ source }) => source ?? []),
    ...[FULL, FULL, FULL, SETTINGS, OPML, CSV],
  ],
  token: /[^\n]{1,200}\n|[\w.-]+:|[{}[\],]|"[^"\n]*"|<[^<>]{0,200}>/gu,
  pieces: [
    ...[
      '&a ',
      '*a',
      '<<: *a',
      '- ',
      '  ',
      '    ',
      '\n',
      '? ',
      '!!binary ',
      '!!js/function ',
      '|\n',
      '>-\n',
      '---\n',
      '...\n',
    ],
    ...[
      '{}',
      '[]',
      '{ a: ',
      'null',
      '~',
      'yes',
      '0x10',
      '1e999',
      '.nan',
      '5s',
      '-5s',
      '99999999d',
      '"*/0 * * * *"',
    ],
    ...[
      ':is(',
      ':not(a',
      'a[b=',
      '*',
      ':has(:has(a))',
      'a, '.repeat(50),
      '__proto__: { a: 1 }\n',
      'constructor: x\n',
    ],
    ...[
      'discover: []\n',
      'discover:\n  - feed: x\n',
      'env:HOME',
      '%YAML 9.9\n',
      '#',
      '"',
      '\t',
      '<outline xmlUrl="',
      '<!ENTITY',
    ],
  ],
  isEncoded: false,
  msPerKilobyte: 12,
  check(input) {
    writeFileSync(file, input);
    const text = input.toString();
    const source = refusable(() => loadSource(file, plugIns));
    if (typeof source === 'string') return source;
    if (source) {
      const { id: _id, ...rest } = source;
      const again = Source.safeParse(JSON.parse(JSON.stringify(rest)));
      if (!again.success) return `not read twice: ${again.error.message.slice(0, 300)}`;
    }
    writeFileSync(join(folder, 'marsad.yaml'), input);
    const settings = refusable(() => loadSettings(folder, plugIns));
    if (typeof settings === 'string') return settings;
    for (const read of [readCsv, readOpml]) orRefusal(() => read(text));
    return Reflect.has({}, 'a') ? 'a polluted prototype' : undefined;
  },
  close: async () => rmSync(folder, { recursive: true, force: true }),
};

/** What is read, undefined where it is refused with the file's name, else what is wrong. */
function refusable<T extends object>(read: () => T): T | string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const isPlaced = error.message.startsWith(folder) && (error.hint ?? '') !== '';
    return isPlaced ? undefined : `a refusal without its place: ${error.message.slice(0, 200)}`;
  }
}

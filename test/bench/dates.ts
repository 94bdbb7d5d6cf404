/**
 * Dates as Arab newspapers print them, read by Marsad and by two date parsers of the npm registry
 * (installed by `npm install` in test/bench/rivals; without them Marsad is shown alone).
 */
import { createRequire } from 'node:module';
import { parseDate } from '../../src/arabic/date.ts';
import { DATE_FORMS, NO_DATES } from '../unit/arabic/date-forms.ts';

/** Reads a text to `YYYY-MM-DD…`, or undefined. */
type Reader = (text: string) => string | undefined;

const local = (date: Date): string =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** The rivals that are installed. */
function rivals(): [string, Reader][] {
  const load = createRequire(new URL('./rivals/package.json', import.meta.url));
  const makers: [string, (module: unknown) => Reader][] = [
    ['any-date-parser', (module) => readerOf(module, ['default', 'fromString'], 'ar')],
    ['chrono-node', (module) => readerOf(module, ['fr', 'parseDate'])],
  ];
  return makers.flatMap(([name, make]) => {
    try {
      return [[name, make(load(name))] as [string, Reader]];
    } catch {
      process.stdout.write(`${name} is not installed: npm install in test/bench/rivals\n`);
      return [];
    }
  });
}

function readerOf(module: unknown, path: string[], locale?: string): Reader {
  let owner: unknown = module;
  let call: unknown = module;
  for (const name of path) {
    owner = call;
    const next: unknown =
      typeof call === 'object' || typeof call === 'function'
        ? Reflect.get(call ?? {}, name)
        : undefined;
    call = next ?? call;
  }
  return (text) => {
    if (typeof call !== 'function') return undefined;
    const read: unknown = call.call(owner, text, ...(locale ? [locale] : []));
    return read instanceof Date && !Number.isNaN(read.getTime()) ? local(read) : undefined;
  };
}

const RUNS = 200;

/** `npm run bench -- dates` */
export async function run(): Promise<void> {
  const forms = Object.values(DATE_FORMS).flat();
  const readers: [string, Reader][] = [['Marsad', (text) => parseDate(text)?.date], ...rivals()];
  const rows = readers.map(([name, read]) => {
    const got = forms.map(([text, date]) => [read(text), date] as const);
    const right = got.filter(([one, date]) => one?.slice(0, 10) === date.slice(0, 10)).length;
    const timed = got.filter(([, date]) => date.length > 10);
    const rightTime = timed.filter(([one, date]) => one?.slice(0, 16) === date.slice(0, 16)).length;
    return {
      reader: name,
      'right to the day': `${right} of ${forms.length}`,
      'with the time': `${rightTime} of ${timed.length}`,
      wrong: got.filter(
        ([one, date]) => one !== undefined && one.slice(0, 10) !== date.slice(0, 10),
      ).length,
      invented: `${NO_DATES.filter((text) => read(text) !== undefined).length} of ${NO_DATES.length}`,
      'µs a text': microseconds(
        read,
        forms.map(([text]) => text),
      ),
    };
  });
  console.table(rows);
}

function microseconds(read: Reader, texts: readonly string[]): string {
  for (const text of texts) read(text);
  const from = performance.now();
  for (let turn = 0; turn < RUNS; turn += 1) for (const text of texts) read(text);
  return (((performance.now() - from) * 1000) / (RUNS * texts.length)).toFixed(1);
}

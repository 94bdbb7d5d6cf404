/**
 * Dates as Arab newspapers print them, read by Marsad and by two date parsers of the npm registry
 * (installed by `npm install` in test/bench/rivals; without them Marsad is shown alone).
 */
import { createRequire } from 'node:module';
import { parseDate } from '../../src/arabic/date.ts';
import { DATE_FORMS, NO_DATES } from '../unit/arabic/date-forms.ts';

/** Reads a text to `YYYY-MM-DD…`, or undefined. */
type Reader = (text: string) => string | undefined;

type Form = readonly [text: string, date: string];

/** Short: so often for a report. */
export const runs = 5;

/** `npm run bench -- dates` */
export async function run(): Promise<void> {
  const readers: [string, Reader][] = [['Marsad', (text) => parseDate(text)?.date], ...rivals()];
  const forms = Object.values(DATE_FORMS).flat();
  process.stdout.write('right to the day, and of those with a time right to the minute\n');
  console.table(Object.fromEntries(kindRows(readers)));
  console.table(
    Object.fromEntries(readers.map(([name, read]) => [name, wholeRow(read, forms)] as const)),
  );
  tellRatios(readers, forms);
}

/** What Marsad has right and takes, over the best of the others in the same run. */
function tellRatios([ours, ...others]: readonly [string, Reader][], forms: readonly Form[]): void {
  if (!ours || others.length === 0) return;
  const texts = forms.map(([text]) => text);
  const right = ([, read]: [string, Reader]): number => countRight(read, forms).days;
  const time = ([, read]: [string, Reader]): number => Number(microseconds(read, texts));
  const ratio = (own: number, best: number): number => Math.round((own / best) * 100) / 100;
  const figures = {
    rightOverBestOther: ratio(right(ours), Math.max(...others.map(right))),
    timeOverFastestOther: ratio(time(ours), Math.min(...others.map(time))),
  };
  console.log(JSON.stringify(figures, null, 2));
}

/** One row a country: what each reader has right. */
function kindRows(readers: readonly [string, Reader][]): [string, Record<string, string>][] {
  return Object.entries(DATE_FORMS).map(([kind, forms]) => [
    kind,
    Object.fromEntries(readers.map(([name, read]) => [name, rightOf(read, forms)])),
  ]);
}

function rightOf(read: Reader, forms: readonly Form[]): string {
  const timed = forms.filter(([, date]) => date.length > 10);
  const { days, minutes } = countRight(read, forms);
  return `${days} of ${forms.length}, ${minutes} of ${timed.length}`;
}

function countRight(
  read: Reader,
  forms: readonly Form[],
): { days: number; minutes: number; wrong: number } {
  const isSame = ([text, date]: Form, length: number): boolean =>
    read(text)?.slice(0, length) === date.slice(0, length);
  const days = forms.filter((form) => isSame(form, 10)).length;
  const answered = forms.filter(([text]) => read(text) !== undefined).length;
  const minutes = forms.filter((form) => form[1].length > 10 && isSame(form, 16)).length;
  return { days, minutes, wrong: answered - days };
}

function wholeRow(read: Reader, forms: readonly Form[]): Record<string, string | number> {
  const invented = NO_DATES.filter((text) => read(text) !== undefined).length;
  return {
    right: rightOf(read, forms),
    wrong: countRight(read, forms).wrong,
    invented: `${invented} of ${NO_DATES.length}`,
    'µs a text': microseconds(
      read,
      forms.map(([text]) => text),
    ),
  };
}

/** Rounds before the clock runs: the compiler has then seen every rule several times. */
const WARM_ROUNDS = 50;
const ROUNDS = 200;

function microseconds(read: Reader, texts: readonly string[]): string {
  const rounds = (count: number): void => {
    for (let turn = 0; turn < count; turn += 1) for (const text of texts) read(text);
  };
  rounds(WARM_ROUNDS);
  const from = performance.now();
  rounds(ROUNDS);
  return (((performance.now() - from) * 1000) / (ROUNDS * texts.length)).toFixed(1);
}

/** The rivals that are installed: one knows Arabic months, the other English and French. */
function rivals(): [string, Reader][] {
  const load = createRequire(new URL('./rivals/package.json', import.meta.url));
  const makers: [string, (module: unknown) => Reader][] = [
    ['any-date-parser', (module) => readerOf(memberAt(module, ['default']), 'fromString', ['ar'])],
    ['chrono-node', chrono],
  ];
  return makers.flatMap(([name, make]): [string, Reader][] => {
    try {
      return [[name, make(load(name))]];
    } catch {
      process.stdout.write(`${name} is not installed: npm install in test/bench/rivals\n`);
      return [];
    }
  });
}

/** chrono-node in English, then in French, as an Arab page may have either. */
function chrono(module: unknown): Reader {
  const english = readerOf(module, 'parseDate');
  const french = readerOf(memberAt(module, ['fr']), 'parseDate');
  return (text) => english(text) ?? french(text);
}

/** What stands in a module under a path of names. */
function memberAt(module: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (owner, name) => (isOwner(owner) ? Reflect.get(owner, name) : undefined),
    module,
  );
}

const isOwner = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

function readerOf(owner: unknown, name: string, rest: readonly string[] = []): Reader {
  const call = memberAt(owner, [name]);
  return (text) => {
    const read: unknown = typeof call === 'function' ? call.call(owner, text, ...rest) : undefined;
    return read instanceof Date && !Number.isNaN(read.getTime()) ? wallClockOf(read) : undefined;
  };
}

/** The wall clock of this machine, which both rivals read a text on. */
const wallClockOf = (date: Date): string =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

import { setTimeout as pause } from 'node:timers/promises';
import { matchKey } from '../../arabic/key.ts';
import type { ArticleLine, ArticleSearch, ArticleWish } from '../../operate/operator-data.ts';
import { OPTIONAL_FIELDS } from '../../operate/optional-fields.ts';
import type { ArticleRecord } from '../../record/article.ts';
import type { LogEntry } from '../../record/publication.ts';
import type { Records } from '../../state/records.ts';

/** The newest records of the log in memory, a line each, so that a search reads no Redis. */
export interface ArticleIndex {
  readonly search: (wish: ArticleWish, most: number) => ArticleSearch;
  /** All lines, the newest first. */
  readonly lines: () => readonly ArticleLine[];
  readonly close: () => void;
}

/** Some days of a large installation; some 600 bytes each. */
const MOST = 20_000;

/** Records read in one go, and the pause after it: the process has other work. */
const BATCH = 100;
const BREATH_MS = 20;

/** How often the log is looked at for new records. */
const LOOK_MS = 1000;

/** A record in one line, with the key that it is searched by. */
interface Indexed extends ArticleLine {
  readonly key: string;
}

/** Opens the index and begins to read, the newest first. */
export function openArticleIndex(records: Records): ArticleIndex {
  let newest: Indexed[] = [];
  let older: Indexed[] = [];
  let all = 0;
  let isClosed = false;
  const readOlder = async (entries: readonly LogEntry[]): Promise<void> => {
    for (let from = 0; from < entries.length && !isClosed; from += BATCH) {
      older = [...older, ...(await linesOf(entries.slice(from, from + BATCH), records))];
      await pause(BREATH_MS);
    }
    // Entries that cannot be read give no line, and count as read.
    all = older.length;
  };
  const follow = async (): Promise<void> => {
    const entries = await records.newest(MOST);
    [newest, older] = [[], []];
    all = entries.length;
    let at = entries.at(-1)?.at ?? '0';
    // Its rejection is met below, where it is awaited.
    const reading = readOlder(entries.toReversed());
    reading.catch(() => undefined);
    while (!isClosed) {
      await pause(LOOK_MS);
      if (isClosed) return;
      const fresh = await records.tail(at, BATCH);
      at = fresh.at(-1)?.at ?? at;
      newest = [...(await linesOf(fresh.toReversed(), records)), ...newest].slice(0, MOST);
    }
    await reading;
  };
  const run = async (): Promise<void> => {
    // Redis was away: what is held stays until it is back, and is read anew then.
    while (!isClosed) await follow().catch(() => pause(LOOK_MS));
  };
  void run();
  const lines = (): readonly Indexed[] => [...newest, ...older].slice(0, MOST);
  return {
    lines,
    search: (wish, most) => {
      const held = lines();
      const found = latest(held.filter(filterOf(wish))).slice(0, most);
      return { lines: found, read: held.length, all: Math.max(held.length, all + newest.length) };
    },
    close: () => {
      isClosed = true;
    },
  };
}

async function linesOf(entries: readonly LogEntry[], records: Records): Promise<Indexed[]> {
  const found = await Promise.all(
    entries.map(async (entry) => {
      // A record that cannot be read is a dead letter of each sink; here it is left out.
      const record = await records.at(entry.id, entry.revision).catch(() => undefined);
      return record === undefined ? [] : [lineOf(record, entry)];
    }),
  );
  return found.flat();
}

function lineOf(record: ArticleRecord, { at }: LogEntry): Indexed {
  const { id, revision, change, url, headline, source, story, author = [] } = record;
  return {
    id,
    revision,
    change,
    at: Number(at.split('-')[0]),
    url,
    headline,
    language: record.inLanguage,
    source: { id: source.id, name: source.name },
    country: source.country,
    tags: source.tags ?? [],
    datePublished: record.datePublished,
    precision: record.datePrecision,
    role: story.role,
    similarity: story.similarity,
    fields: OPTIONAL_FIELDS.filter((field) => record[field] !== undefined),
    key: [matchKey([headline, ...author.map(({ name }) => name)].join(' ')), decoded(url), id].join(
      ' ',
    ),
  };
}

function decoded(url: string): string {
  try {
    return decodeURI(url).toLowerCase();
  } catch {
    return url.toLowerCase();
  }
}

function filterOf({ text, source, country, role, change }: ArticleWish) {
  const raw = (text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const words = raw.map((word) => [word, matchKey(word)] as const);
  return (line: Indexed): boolean =>
    (source === undefined || line.source.id === source) &&
    (country === undefined || line.country === country) &&
    (role === undefined || line.role === role) &&
    (change === undefined || line.change === change) &&
    words.every(([word, key]) => line.key.includes(word) || (key !== '' && line.key.includes(key)));
}

/** Each article once, in its newest revision. */
function latest(lines: readonly Indexed[]): Indexed[] {
  const seen = new Set<string>();
  return lines.filter(({ id }) => !seen.has(id) && seen.add(id));
}

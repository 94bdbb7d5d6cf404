import type { ArchiveSpan } from './path-days.ts';

const DAY_MS = 86_400_000;

/** Most months that are asked for one by one: ten years. */
const MOST_MONTHS = 120;

/** Most days: a year. */
const MOST_DAYS = 366;

/** A path that begins with the date: what stands before it, the month and perhaps a day. */
const DATED_PATH = /^(.{0,60}?\/)(?:19|20)\d{2}\/(0?[1-9]|1[0-2])\/(?:(0?[1-9]|[12]\d|3[01])\/)?/u;

interface PathForm {
  readonly prefix: string;
  readonly isPadded: boolean;
  readonly hasDay: boolean;
}

/** The archives of a site whose articles lie under dated paths, the newest first. */
export interface DatedArchives {
  /** `https://x/2024/05/` for `https://x/2024/05/12/خبر`. */
  readonly months: string[];
  /** `https://x/2024/05/12/`; none where paths name no day. */
  readonly days: string[];
}

/** The archives that lie in the span. None where fewer than half of the links show such a path. */
export function datedArchives(urls: readonly string[], span: ArchiveSpan): DatedArchives {
  const form = formOf(urls);
  if (!form) return { months: [], days: [] };
  const write = (number: number): string => String(number).padStart(form.isPadded ? 2 : 1, '0');
  const monthOf = (day: Date): string =>
    `${form.prefix}${day.getUTCFullYear()}/${write(day.getUTCMonth() + 1)}/`;
  const days = daysOf(span);
  return {
    months: [...new Set(days.map(monthOf))].slice(0, MOST_MONTHS),
    days: form.hasDay
      ? days.slice(0, MOST_DAYS).map((day) => `${monthOf(day)}${write(day.getUTCDate())}/`)
      : [],
  };
}

/** The form of the most paths. */
function formOf(urls: readonly string[]): PathForm | undefined {
  const found = urls.flatMap((url): PathForm[] => {
    const { origin, pathname } = URL.canParse(url) ? new URL(url) : { origin: '', pathname: '' };
    const [, before, month = '', day] = DATED_PATH.exec(pathname) ?? [];
    if (before === undefined) return [];
    return [{ prefix: origin + before, isPadded: month.length === 2, hasDay: day !== undefined }];
  });
  const groups = [...new Set(found.map(({ prefix }) => prefix))].map((prefix) =>
    found.filter((form) => form.prefix === prefix),
  );
  const most = groups.sort((a, b) => b.length - a.length)[0] ?? [];
  const [first] = most;
  if (!first || most.length < urls.length / 2) return undefined;
  // December has two digits anyway: one month of a single digit shows that the site does not pad.
  return { ...first, isPadded: most.every(({ isPadded }) => isPadded) };
}

/** The days of the span in UTC, the newest first, ten years at most. */
function daysOf({ since, until }: ArchiveSpan): Date[] {
  const last = Math.floor((until - 1) / DAY_MS);
  const first = Math.max(Math.floor(since / DAY_MS), last - MOST_MONTHS * 31);
  return Array.from({ length: last - first + 1 }, (_, back) => new Date((last - back) * DAY_MS));
}

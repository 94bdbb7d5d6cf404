import type { Reader } from './page-reader.ts';

const UNITS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
] as const;

const FORMATS = {
  ar: new Intl.RelativeTimeFormat('ar-u-nu-latn', { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
};

/** `3 hours ago` in the reader's language; the dash where there is no time. */
export function agoIn({ language, now }: Reader, iso: string | undefined): string {
  let amount = (Date.parse(iso ?? '') - now.getTime()) / 1000;
  if (Number.isNaN(amount)) return '—';
  for (const [unit, next] of UNITS) {
    if (Math.abs(amount) < next) return FORMATS[language].format(Math.trunc(amount), unit);
    amount /= next;
  }
  return '—';
}

/** A span of time in its largest whole unit: `4 min`. */
export function spanIn({ say }: Pick<Reader, 'say'>, ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return `${Math.round(ms)} ms`;
  if (seconds < 60) return `${seconds} ${say('seconds')}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${say('minutes')}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} ${say('hours')}`;
  return `${Math.floor(seconds / 86_400)} ${say('days')}`;
}

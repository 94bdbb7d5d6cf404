import { type Reason, reasonText } from '../condition.ts';
import { shown } from './html.ts';
import type { Reader } from './page-reader.ts';
import { agoIn, spanIn } from './time.ts';
import { meaningOf } from './words/error-meanings.ts';

/** What the code of an error means, in the reader's language. */
export function meaningIn({ language }: Reader, code: string): string {
  return meaningOf(code, language === 'ar' ? 0 : 1) ?? shown(code, 40);
}

/** Why a source is in its state, in the reader's language. */
export function reasonIn(reader: Reader, reason: Reason): string {
  return reader.language === 'en' ? reasonText(reason, reader.now) : inArabic(reader, reason);
}

function inArabic(reader: Reader, reason: Reason): string {
  switch (reason.kind) {
    case 'all-unreadable':
      return `لا يُقرأ أيّ مسار: ${routes(reader, reason)}`;
    case 'some-unreadable':
      return `مسارات لا تُقرأ: ${routes(reader, reason)}`;
    case 'never-good':
      return 'لم تنجح زيارة بعد';
    case 'drifted':
      return `تغيّرت صفحاته ${agoIn(reader, reason.since)}: ${shown(reason.signs.join('، '))}`;
    case 'unmatched':
      return `المحدِّد ${shown(reason.name, 200)} لم يجد شيئًا في آخر ${reason.pages} صفحة`;
    case 'last-failed':
      return 'أخفقت آخر زيارة';
    case 'no-success':
      return `لم تنجح زيارة منذ ${agoIn(reader, reason.since)}`;
    case 'silent':
      return `لا زيارة ناجحة خلال ${spanIn(reader, reason.silentMs)}، والمعتاد واحدة كل ${spanIn(reader, reason.everyMs)}`;
    case 'pages-failed':
      return `أخفقت ${reason.failed} من آخر ${reason.all} صفحة، وأكثرها: ${meaningIn(reader, reason.code)}`;
    case 'pages-empty':
      return `لا مقال في ${reason.skipped} من آخر ${reason.all} صفحة، وأخفقت ${reason.failed}`;
  }
}

function routes(
  reader: Reader,
  { routes: count, codes, since }: Extract<Reason, { routes: number }>,
): string {
  const meanings = codes.map((code) => meaningIn(reader, code)).join('، ');
  return `${count}، ${meanings}، أول مرة ${agoIn(reader, since)}`;
}

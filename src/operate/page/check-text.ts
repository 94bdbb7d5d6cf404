import { html } from 'hono/html';
import type { CheckFinding } from '../check-finding.ts';
import type { Redact } from '../redaction.ts';
import { type Html, NOTHING, shown } from './html.ts';
import type { Reader } from './page-reader.ts';
import { spanIn } from './time.ts';

/** Whose words a check is told in. */
export type CheckReader = Pick<Reader, 'say' | 'language'> & { readonly redact: Redact };

/** What of a check is told. */
interface ToldCheck {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly finding?: CheckFinding | undefined;
}

/** A check that is not good, in the reader's language; what a sink or Redis itself said stands as it is. */
export function checkText(reader: CheckReader, check: ToldCheck): Html {
  const { name, detail = '', finding } = check;
  const { redact, language } = reader;
  if (language === 'en') {
    return html`<p>${redact(shown(detail === '' ? name : `${name}: ${detail}`, 400))}</p>`;
  }
  const said =
    finding === undefined ? detail : finding.kind === 'sink-refuses' ? finding.message : '';
  const quoted = html` <span lang="en" dir="ltr">${redact(shown(said, 400))}</span>`;
  return html`<p>${inArabic(reader, name, finding)}${said === '' ? NOTHING : quoted}</p>`;
}

const ROLES: Readonly<Record<string, string>> = {
  'role schedule': 'لا عملية تضع مواعيد الزيارات',
  'role crawl': 'لا عملية تزور المواقع وتقرأ الصفحات',
  'role deliver': 'لا عملية تسلّم السجلات إلى المصبّات',
};

function inArabic(reader: CheckReader, name: string, finding: CheckFinding | undefined): string {
  const subject = shown(name.replace(/^sink /u, ''), 60);
  switch (finding?.kind) {
    case undefined:
      // Another installation tells its own in English: what its name says is said here.
      return `${name === 'redis' ? 'لا يجيب Redis أو لا يقبل الكتابة' : (ROLES[name] ?? subject)}:`;
    case 'never-started':
      return `${ROLES[name] ?? subject}: لم تُشغَّل الخدمة بعد (npm start)`;
    case 'role-missing':
      return `${ROLES[name] ?? subject} ${finding.forMs === undefined ? 'منذ يومين أو أكثر' : since(reader, finding.forMs)}`;
    case 'runs-stopped':
      return `لم يجرِ تشغيل مجدول ${since(reader, finding.forMs)}`;
    case 'visits-overdue':
      return `تأخّرت ${finding.late} من ${finding.all} زيارة، وأطولها تأخّرًا ${spanIn(reader, finding.longestMs)}`;
    case 'sink-refuses':
      return `المصبّ ${subject} لا يستقبل ${since(reader, finding.forMs)}:`;
    case 'near-bound':
      return `المصبّ ${subject} متأخّر بمقدار ${finding.behind} سجل، والسجل يحفظ ${finding.keeps}: يضيع أقدمها قريبًا`;
  }
}

const since = (reader: CheckReader, ms: number): string => `منذ ${spanIn(reader, ms)}`;

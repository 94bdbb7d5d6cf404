import type { AlertCondition, AlertView } from '../../record/alert.ts';
import type { AlertRow } from './alerts-page.ts';
import type { Reader } from './page-reader.ts';

/** What each condition means; a new one needs its words here. */
const TITLES: Readonly<Record<AlertCondition, readonly [ar: string, en: string]>> = {
  'route-broken': ['مسار لا يُقرأ', 'A route cannot be read'],
  'source-failing': ['مصدر متعطّل', 'A source fails'],
  'source-silent': ['مصدر صامت على غير عادته', 'A source is silent, and usually is not'],
  'source-drifted': ['تغيّرت صفحات مصدر', 'The pages of a source have changed'],
  'source-flooding': ['مصدر يفيض بالجديد', 'A source floods'],
  'source-file-broken': ['ملف مصدر معطوب', 'A source file cannot be read'],
  'dead-letters': ['إخفاقات نهائية كثيرة', 'Many dead letters'],
  'sink-down': ['مصبّ لا يستقبل', 'A sink takes no records'],
  'log-near-bound': ['السجل يكاد يمتلئ', 'The log is nearly full'],
  'redis-full': ['لا يقبل Redis الكتابة', 'Redis takes no writes'],
  'redis-away': ['لا يجيب Redis', 'Redis does not answer'],
  'disk-full': ['القرص ممتلئ', 'The disk is full'],
  'role-missing': ['دور لا تقوم به عملية', 'No process has a role'],
  'visits-overdue': ['زيارات فات موعدها', 'Visits are overdue'],
  'contact-missing': ['لا عنوان للتواصل', 'No contact is set'],
};

/** Alerts as the pages show them, in the reader's language; those of sources lead to their pages. */
export function alertRows({ language }: Reader, alerts: readonly AlertView[]): AlertRow[] {
  return alerts.map(({ condition, level, subject, detail, since, until }) => ({
    level,
    title: TITLES[condition][language === 'ar' ? 0 : 1],
    subject,
    detail,
    since,
    until,
    href: hrefOf(condition, subject),
  }));
}

/** The subject of a condition of sources is an id, that of a broken file its path: the list names those. */
function hrefOf(condition: AlertCondition, subject: string): string | undefined {
  if (condition === 'source-file-broken') return '/sources';
  const isOfSource = condition.startsWith('source-') || condition === 'route-broken';
  return isOfSource ? `/sources/${encodeURIComponent(subject)}` : undefined;
}

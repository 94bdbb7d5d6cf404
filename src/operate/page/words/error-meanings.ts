import type { WordTable } from './word-table.ts';

/** What the code of an error means, for those who do not know the code. */
const MEANINGS: WordTable = {
  CONFIG: ['خطأ في الإعدادات', 'a fault in the settings'],
  USAGE: ['طلب غير صحيح', 'wrong use'],
  ROBOTS_DISALLOWED: ['يمنعه robots.txt', 'robots.txt disallows it'],
  BLOCKED_ADDRESS: ['عنوان داخلي لا يُجلب', 'a private address'],
  FORBIDDEN: ['يرفضنا الموقع (403)', 'the site refuses us (403)'],
  OPT_OUT: ['يحفظ الموقع حقوقه', 'the site reserves its rights'],
  GONE: ['لم يعد موجودًا (404 أو 410)', 'not there any more (404 or 410)'],
  RATE_LIMITED: ['يطلب الموقع التمهّل (429)', 'the site asks us to slow down (429)'],
  HOST_BUSY: ['المضيف مشغول', 'the host is busy'],
  RULES_UNKNOWN: ['تعذّرت قراءة robots.txt', 'robots.txt cannot be read'],
  DNS: ['لا يُعرف اسم المضيف', 'the name of the host is not known'],
  CONNECT: ['لا يقبل الموقع الاتصال', 'the site takes no connection'],
  TLS: ['شهادة الموقع غير صالحة', 'the certificate is not valid'],
  PROXY: ['أخفق الوسيط', 'the proxy failed'],
  BROWSER: ['أخفق المتصفّح', 'the browser failed'],
  TIMEOUT: ['لم يجب الموقع في الوقت', 'the site did not answer in time'],
  SERVER: ['خطأ في خادم الموقع (5xx)', 'the server of the site failed (5xx)'],
  TOO_LARGE: ['أكبر من الحدّ', 'over the size limit'],
  REDIRECT: ['تحويلات لا تنتهي', 'redirects without end'],
  MALFORMED: ['محتوى معطوب', 'broken content'],
  BOT_WALL: ['جدار ضدّ البرامج', 'a wall against programs'],
  SELECTOR_COST: ['محدِّد CSS مكلف', 'a selector costs too much'],
  READ_TIMEOUT: ['طالت قراءة الصفحة', 'reading the page took too long'],
  NOT_A_FEED: ['ليست تغذية أخبار', 'no feed'],
  STATE: ['الحالة بعيدة', 'the state is away'],
  ENDING: ['كانت العملية تتوقّف', 'the process was ending'],
  SINK: ['أخفق المصبّ', 'the sink failed'],
  SINK_FULL: ['امتلأ المصبّ', 'the sink is full'],
  SINK_WAITS: ['ينتظر المصبّ', 'the sink waits'],
  RECORDS_REFUSED: ['رفض المصبّ السجل', 'the sink refused the record'],
  RECORD_UNREADABLE: ['سجل لا يُقرأ', 'the record cannot be read'],
  STALLED: ['ماتت العملية وهي تعمل عليه', 'its process died at it'],
  UNREADABLE: ['لا يُقرأ', 'cannot be read'],
  REFUSED: ['مرفوض', 'refused'],
  DEFECT: ['عيب في مرصد نفسه', 'a defect of Marsad itself'],
};

/** The meaning of a code in a language (0 Arabic, 1 English); undefined for one of a plug-in. */
export function meaningOf(code: string, at: 0 | 1): string | undefined {
  return Object.hasOwn(MEANINGS, code) ? MEANINGS[code]?.[at] : undefined;
}

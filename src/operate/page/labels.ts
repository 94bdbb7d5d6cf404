import type { StepName } from '../../line/index.ts';
import type { Credit } from '../../record/article.ts';
import type { StoryRole } from '../../record/story.ts';
import type { Condition } from '../condition.ts';

// The page's words: one table a closed list of the code, so that a new member needs its word here.

/** The steps of the line. */
export const STEP_LABELS: Readonly<Record<StepName, string>> = {
  schedule: 'جدولة',
  discover: 'اكتشاف',
  fetch: 'جلب',
  extract: 'استخراج',
  normalize: 'توحيد',
  dedupe: 'كشف النسخ',
  publish: 'نشر',
  deliver: 'تسليم',
};

/** What a text is to the story it tells. */
export const ROLE_LABELS: Readonly<Record<StoryRole, string>> = {
  original: 'أصل',
  copy: 'نسخة',
  abridged: 'مختصرة',
  expanded: 'موسّعة',
};

/** How a source fares. */
export const CONDITION_LABELS: Readonly<Record<Condition, string>> = {
  off: 'موقوف',
  new: 'لم يُزَر بعد',
  good: 'سليم',
  degraded: 'متعثّر',
  failing: 'متعطّل',
};

/** Who a text is by when not the newsroom. */
export const CREDIT_LABELS: Readonly<Record<Credit['kind'], string>> = {
  agency: 'وكالة',
  agencies: 'وكالات',
  newspaper: 'صحيفة',
  desk: 'قسم',
};

/** The queues; one that is not here shows its own name alone. */
export const QUEUE_LABELS: ReadonlyMap<string, string> = new Map([
  ['visits', 'الزيارات'],
  ['pages', 'الصفحات'],
  ['articles', 'المقالات'],
]);

import { describe, expect, it } from 'vitest';
import { correctionNote } from '../../../src/line/dedupe/correction-note.ts';

const BODY = 'أعلن المجلس موعد الافتتاح.\n\nويستمر المعرض أسبوعا.';

describe('correctionNote', () => {
  it.each([
    ['تصحيح: ورد في نسخة سابقة أن المعرض يستمر شهرا'],
    ['تنويه | عدلت الصحيفة اسم المتحدث'],
    ['(تصحيح) الموعد يوم الأحد'],
    ['توضيح – لم يكن الوزير حاضرا'],
    ['[محدث] أضيف تعليق البلدية'],
    ['* استدراك: العدد مئة لا ألف'],
  ])('finds the line %s', (note) => {
    expect(correctionNote('معرض في الميناء', `${BODY}\n\n${note}`)).toBe(note);
  });

  it('finds a mark before the headline', () => {
    expect(correctionNote('محدث.. معرض في الميناء', BODY)).toBe('محدث.. معرض في الميناء');
  });

  it.each([
    ['تصحيح المسار الاقتصادي يحتاج إلى وقت'],
    ['وقال إن تصحيح الأخطاء واجب: لا بد منه'],
    ['تحديث البنية التحتية: خطة خمسية'],
    ['تنبيهات الأرصاد مستمرة'],
  ])('finds none in %s', (line) => {
    expect(correctionNote('معرض في الميناء', `${BODY}\n\n${line}`)).toBeUndefined();
  });

  it('quotes no more than 300 units', () => {
    const note = correctionNote('معرض', `تصحيح: ${'كلمة '.repeat(500)}`);
    expect(note).toHaveLength(300);
  });
});

import { articlePage } from '../answers.ts';

const TOWNS = [
  'الربوة',
  'وادي السرو',
  'الميناء',
  'تل الزيتون',
  'عين الصفصاف',
  'جسر الرمان',
  'بير الحجر',
];
const BODIES = [
  'بلدية',
  'نقابة الصيادين في',
  'مديرية المياه في',
  'غرفة التجارة في',
  'جمعية المزارعين في',
];
const WORKS = [
  'إعادة تعبيد الطريق الدائري قبل موسم الأمطار',
  'افتتاح سوق جديدة للخضار تضم عشرات المتاجر',
  'ترميم السور القديم بعد ثلاثة أعوام من الإغلاق',
  'تشغيل خط حافلات ليلي يصل الأحياء الشرقية بالمستشفى',
  'تسليم الدفعة الأولى من مضخات الري للقرى المجاورة',
  'إطلاق حملة لتنظيف الشاطئ يشارك فيها متطوعون',
  'توسيع المكتبة العامة وإضافة قاعة للأطفال',
  'تمديد ساعات العمل في مركز الجوازات',
  'بدء إحصاء الأشجار المعمرة في الحدائق',
];
const VOICES = [
  'وقال المهندس سامر الكيلاني إن الأعمال تسير وفق الجدول المعلن',
  'وأوضحت المديرة هدى العبدالله أن التكلفة أقل من المقدر في الموازنة',
  'ورأى التاجر فؤاد السالم أن القرار تأخر أعواما',
  'وطالبت المعلمة ريم الحايك بإشراك المدارس في التنفيذ',
  'وذكر رئيس اللجنة عادل منصور أن التمويل محلي بالكامل',
];

/** Something of a list by a number, spread so that neighbours differ in several places at once. */
const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** The headline of one of many short articles. */
export const headlineOf = (number: number): string =>
  `${at(BODIES, number)} ${at(TOWNS, number * 3)}: ${at(WORKS, number * 5)} (${number})`;

/** The page of one of many short articles, of a text that no other has. */
export function newsPage(number: number): ReturnType<typeof articlePage> {
  const [day, sum] = [1 + (number % 27), 1000 + number * 37];
  return articlePage(headlineOf(number), [
    `أعلنت ${at(BODIES, number)} ${at(TOWNS, number * 3)} صباح اليوم ${at(WORKS, number * 5)}، على أن ينتهي العمل في اليوم ${day} من الشهر المقبل بعد اعتماد مبلغ ${sum} ألفا.`,
    `${at(VOICES, number * 2)}، في حين تستعد ${at(TOWNS, number + 4)} لمشروع مشابه رقمه ${number}.`,
    `ويعود أصل الخطة إلى العام ${1990 + (number % 30)}، حين ${at(WORKS, number * 7 + 1)} للمرة الأولى بقيمة ${sum * 3}.`,
  ]);
}

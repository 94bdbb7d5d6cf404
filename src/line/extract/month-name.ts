import { matchKey } from '../../arabic/key.ts';

/** First words of the months of every calendar that datelines print. */
const MONTHS: ReadonlySet<string> = new Set(
  (
    'يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر ' +
    'كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين ' +
    'جانفي فيفري أفريل ماي جوان جويلية أوت يوليوز غشت شتنبر نونبر دجنبر ' +
    'تشرینی کانوونی شوبات ئازار ئایار حوزەیران تەمووز ئاب ئەیلوول ' +
    'ژانویه فوریه آوریل مه ژوئن ژوئیه سپتامبر اکتبر نوامبر دسامبر ' +
    'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ' +
    'محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي'
  )
    .split(' ')
    .map(matchKey),
);

/** True for a word that a month's name is or begins with. */
export function isMonth(word: string): boolean {
  return MONTHS.has(matchKey(word).split(' ')[0] ?? '');
}

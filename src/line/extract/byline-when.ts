/** When it was posted, behind a name: `فلان بتاريخ خميس, 11/26/2026`, `Nadia on Monday`. */
const WHEN =
  /\s+(?:في|بتاريخ|منذ|يوم|آخر تحديث|تاريخ النشر|نشرت? في|و?نشر[ته]?|published|updated)[\s:].*$|\s+(?:on|le|am|at)\s.*\d.*$|\s+(?:jan|feb|f[ée]v|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]t|sep|oct|nov|dec|d[ée]c)\p{Ll}*\.?\s\d.*$|\s*[-–—,،|]?\s*(?:(?:عام|سنة)\s+)?[\d٠-٩].*$/iu;

/** Where a writer reports from: `Nadia Kaci in Misrata`. */
const IN_PLACE = /\s+in\s+\p{Lu}.*$/u;

/** The agency that helped a writer: `Karim Benali avec TAP`, `Karim Benali (avec AFP)`. */
const WITH = /\s*\(?\b(?:avec|with|mit)\s+(\p{Lu}[\p{L} .-]{1,40}?)\)?\s*$/iu;

/** For whom somebody wrote, behind the name: `فلان نيابة عن فريق البيانات`, `Rita Khoury on behalf of the data team`. */
const ON_BEHALF = /\s+(?:نيابة عن|بالنيابة عن|on behalf of|au nom d(?:e|u|es)|im namen)\s.*$/iu;

/** A line without that. */
export const withoutBehalf = (text: string): string => text.replace(ON_BEHALF, '');

/** How often it was read, in the same row. */
const COUNTS =
  /\s*[|•·،–-]?\s*(?:عدد )?(?:ال)?(?:زيارات|مشاهدات|قراءات|تعليقات|views|hits)\s*[:：].*$/iu;

/** A byline without when, where, for whom and with which agency its writers wrote. */
export const withoutWhen = (text: string): string =>
  withoutBehalf(text).replace(COUNTS, '').replace(WHEN, '').replace(IN_PLACE, '').replace(WITH, '');

/** What stands behind `avec` at the end of a byline. */
export const helperOf = (line: string): string | undefined => WITH.exec(line)?.[1];

const UNITS = 'صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة'.split(' ');
const TEENS =
  'عشرة|أحد عشر|اثنا عشر|ثلاثة عشر|أربعة عشر|خمسة عشر|ستة عشر|سبعة عشر|ثمانية عشر|تسعة عشر'.split(
    '|',
  );
const TENS = ' عشرة عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون'.split(' ');
const HUNDREDS = ' مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة'.split(' ');

/** A text with its whole numbers below 10,000 written out, as some newsrooms require. */
export function inWords(text: string): string {
  return text.replace(/(?<![\d.:-])\d{1,4}(?![\d:-]|\.\d)/gu, (digits) => words(Number(digits)));
}

/** 1250: «ألف ومئتان وخمسون». */
function words(number: number): string {
  const thousands = Math.floor(number / 1000);
  const rest = number % 1000;
  const parts = [thousandsIn(thousands), HUNDREDS[Math.floor(rest / 100)] ?? '', small(rest % 100)];
  return parts.filter((part) => part !== '').join(' و') || 'صفر';
}

function thousandsIn(count: number): string {
  if (count === 0) return '';
  if (count === 1) return 'ألف';
  return count === 2 ? 'ألفان' : `${UNITS[count]} آلاف`;
}

function small(number: number): string {
  if (number === 0) return '';
  if (number < 10) return UNITS[number] ?? '';
  if (number < 20) return TEENS[number - 10] ?? '';
  const ten = TENS[Math.floor(number / 10)] ?? '';
  return number % 10 === 0 ? ten : `${UNITS[number % 10]} و${ten}`;
}

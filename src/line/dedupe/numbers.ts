/** A number as printed: 1,250.5 · 04:55 · 2023/9/20 · 3-1, in any of the three digit sets. */
const NUMBER = /[0-9٠-٩۰-۹]{1,15}(?:[.,:/٫٬-][0-9٠-٩۰-۹]{1,15}){0,4}/gu;

/** Most numbers read off one text: a table of rates has some hundred. */
const MOST = 400;

/** The numbers of a text in order, in ASCII digits, thousands marks taken out. */
export function numbersOf(text: string): string[] {
  const found = text.match(NUMBER) ?? [];
  return found.slice(0, MOST).map((number) => asciiDigits(number).replace(/[,٬](?=\d{3})/gu, ''));
}

/** Arabic-Indic (U+0660) and Extended Arabic-Indic (U+06F0) digits by their value. */
function asciiDigits(number: string): string {
  return number.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}

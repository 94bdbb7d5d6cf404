/**
 * ISO 8601's basic format with a time, `20261112T140533Z`, and the same in one run of fourteen
 * digits, as systems put it into meta elements. Fewer digits in a run may be a telephone number.
 */
const BASIC =
  /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:[Tt](\d{2})(\d{2})(\d{2})?|(\d{2})(\d{2})(\d{2}))(?=[Zz+-]|\s*$)/u;

/** The same text in the extended format, which the grammar reads; any other text as it is. */
export function extendBasic(text: string): string {
  if (text.charCodeAt(0) > 0x39) return text;
  return text.replace(BASIC, (_all, year, month, day, ...rest: (string | undefined)[]) => {
    const [hour, minute, second, runHour, runMinute, runSecond] = rest;
    const time = [hour ?? runHour, minute ?? runMinute, second ?? runSecond].filter(Boolean);
    return `${year}-${month}-${day}T${time.join(':')}`;
  });
}

import { plainText } from '../../operate/plain-text.ts';
import type { Verification } from '../../record/verification.ts';

const HEAD = 'ID RESULT LINKS NEWEST ARTICLES DATED LANGUAGE RIGHTS VIA WHY'.split(' ');

/** What trials gave, a line each, as people read it; what failed last, with the reason. */
export function verificationTable(results: ReadonlyMap<string, Verification>): string {
  const sorted = [...results].toSorted(
    ([one, { result: a }], [other, { result: b }]) =>
      Number(a === 'failed') - Number(b === 'failed') || (one < other ? -1 : 1),
  );
  const rows = [HEAD, ...sorted.map(([id, found]) => cellsOf(id, found).map(plainText))];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === HEAD.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  '),
  );
  const good = sorted.filter(([, { result }]) => result === 'verified').length;
  const sum = `${good} verified, ${sorted.length - good} failed`;
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n${sum}\n`;
}

function cellsOf(id: string, found: Verification): string[] {
  const { result, links, newest, articles, dated, language, via, reason } = found;
  return [
    id,
    result,
    String(links),
    newest?.slice(0, 10) ?? '-',
    String(articles),
    String(dated),
    language ?? '-',
    rightsOf(found),
    via.join(',') || '-',
    reason ?? '',
  ];
}

function rightsOf({ robots, aiOptOut }: Verification): string {
  if (robots !== 'allowed') return robots;
  return aiOptOut ? 'AI reserved' : 'open';
}

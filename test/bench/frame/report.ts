import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measurement.ts';

const FILE = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

const HEAD = `# Benchmarks

Written by \`npm run bench -- --report NAME…\`: each section as its command printed it, with the day and
the machine. Machines are shared and noisy: ratios within one run say more than single times, and
medians of several runs, which the tables below a text give with the least and the most, more than one.
`;

/** Puts measurements into docs/benchmarks.md; sections of other benches stay as they are. */
export function writeReport(measured: readonly Measurement[]): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  writeFileSync(FILE, withSections(before, measured));
}

/** A report with the sections of these measurements in it, by the names of the benches. */
export function withSections(report: string, measured: readonly Measurement[]): string {
  const sections = new Map(
    report
      .split(/^(?=## )/mu)
      .slice(1)
      .map((section) => [/^## (.*)$/mu.exec(section)?.[1] ?? '', section.trim()]),
  );
  for (const one of measured) sections.set(one.bench, sectionOf(one));
  const sorted = [...sections].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return `${[HEAD.trim(), ...sorted.map(([, section]) => section)].join('\n\n')}\n`;
}

function sectionOf({ bench, command, day, machine, runs, figures, output }: Measurement): string {
  const times = runs === 1 ? 'one run' : `${runs} runs`;
  const head = `## ${bench}\n\n\`${command}\`, ${day}, ${times}, ${machine}.`;
  const text = output.trim() === '' ? [] : ['', `\`\`\`text\n${output.trim()}\n\`\`\``];
  if (figures.length === 0) return [head, ...text].join('\n');
  const rows = figures.map(
    ({ name, median, least, most }) => `| ${name} | ${median} | ${least} | ${most} |`,
  );
  return [
    head,
    ...text,
    '',
    '| figure | median | least | most |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

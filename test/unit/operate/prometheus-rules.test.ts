import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { line } from '../../../src/line/index.ts';
import { openMetrics } from '../../../src/operate/metrics.ts';
import { readSnapshot } from '../../../src/operate/snapshot.ts';
import { stateRegistry } from '../../../src/operate/state-metrics.ts';
import { ALERT_CONDITIONS } from '../../../src/record/alert.ts';
import { sampleData } from './sample.ts';

const RULES = 'docs/prometheus-rules.yaml';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

const rules: Rule[] = parse(readFileSync(RULES, 'utf8')).groups[0].rules;

const { panels } = JSON.parse(readFileSync('docs/grafana-dashboard.json', 'utf8'));
const queries: string[] = panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
  targets.map(({ expr }) => expr),
);

/** Every sample that a scrape of a busy process has: name, then labels. */
async function samples(): Promise<string[]> {
  const { observe, registry } = openMetrics();
  const steps = Object.fromEntries(line.map(({ name }) => [name, 1]));
  const error = { code: 'TIMEOUT', message: '' };
  observe({ job: 'page', outcome: 'published', ms: 1, steps, bytes: 1, via: 'http', error });
  observe({ job: 'visit', outcome: 'visited', ms: 1, met: 2, fresh: 1 });
  observe({ job: 'delivery', outcome: 'delivered', ms: 1, sink: 'archive', records: 1 });
  const state = await stateRegistry(await readSnapshot(sampleData())).metrics();
  return `${await registry.metrics()}\n${state}`.split('\n').filter((text) => /^\w/u.test(text));
}

/** What of a query no sample has: a metric, or a label that it is chosen or grouped by. */
function missing(query: string, known: readonly string[]): string[] {
  const names = query.match(/marsad_\w+/gu) ?? [];
  const own = known.filter((sample) => names.some((name) => sample.startsWith(`${name}{`)));
  const labels = [
    ...[...query.matchAll(/[{,]\s*(\w+)\s*=/gu)].map(([, label = '']) => label),
    ...[...query.matchAll(/by \(([^)]+)\)/gu)].flatMap(([, list = '']) => list.split(/,\s*/u)),
  ];
  return [
    ...names.filter((name) => !known.some((sample) => sample.split(/[{ ]/u)[0] === name)),
    ...labels.filter((label) => !own.some((sample) => sample.includes(`${label}="`))),
  ];
}

it('asks in rules and dashboard only for metrics and labels that exist', async () => {
  const known = await samples();
  const all = [...rules.map(({ expr }) => expr), ...queries];
  expect(all.length).toBeGreaterThan(30);
  expect(
    all.flatMap((query) => missing(query, known).map((what) => `${what} in ${query}`)),
  ).toEqual([]);
  expect(missing('sum by (page) (marsad_nothing{queue="a"})', known)).toHaveLength(3);
});

it('has a rule for each condition, of its severity, and a section of the runbook for each rule', () => {
  const sections = readFileSync('docs/runbook.md', 'utf8').match(/(?<=^## ).+$/gmu);
  expect(sections?.toSorted()).toEqual(Object.keys(ALERT_CONDITIONS).toSorted());
  for (const [condition, level] of Object.entries(ALERT_CONDITIONS)) {
    const rule = rules.find(({ annotations }) => annotations.runbook.endsWith(`#${condition}`));
    expect.soft(rule?.labels.severity, condition).toBe(level === 'error' ? 'critical' : 'warning');
  }
});

it('names in the runbook only commands that exist, and levels as they are', async () => {
  const { commands } = await import('../../../src/cli/commands.ts');
  const text = readFileSync('docs/runbook.md', 'utf8');
  const named = [...text.matchAll(/npm run -s marsad -- (\w+)/gu)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name = '') => !(name in commands))).toEqual([]);
  for (const [condition, level] of Object.entries(ALERT_CONDITIONS)) {
    expect(text).toContain(`## ${condition}\n\n\`${level}\`.`);
  }
});

it('holds before promtool, the queries of the dashboard too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-rules-'));
  const file = join(folder, 'queries.yaml');
  const records = queries.map((expr, index) => ({ record: `query:${index}`, expr }));
  writeFileSync(file, stringify({ groups: [{ name: 'queries', rules: records }] }));
  const { stdout, stderr, status } = spawnSync('promtool', ['check', 'rules', RULES, file]);
  expect([status, String(stderr)]).toEqual([0, '']);
  expect(String(stdout).match(/SUCCESS: (\d+) rules found/gu)).toEqual([
    `SUCCESS: ${rules.length} rules found`,
    `SUCCESS: ${queries.length} rules found`,
  ]);
  rmSync(folder, { recursive: true });
});

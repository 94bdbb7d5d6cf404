import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSnapshot } from '../../../src/operate/snapshot.ts';
import { stateRegistry } from '../../../src/operate/state-metrics.ts';
import { sampleData } from './sample.ts';

const FILE = 'docs/prometheus-rules.yaml';

it('asks only for metrics and labels that exist', async () => {
  const { groups } = parse(readFileSync(FILE, 'utf8'));
  const metrics = await stateRegistry(await readSnapshot(sampleData())).metrics();
  const names = new Set(metrics.match(/^marsad_\w+/gmu));
  const rules: { expr: string; annotations: { summary: string } }[] = groups[0].rules;
  expect(rules.length).toBeGreaterThan(5);
  for (const { expr, annotations } of rules) {
    const [metric = ''] = /marsad_\w+/u.exec(expr) ?? [];
    expect(names).toContain(metric);
    const sample = metrics.split('\n').find((line) => line.startsWith(metric)) ?? '';
    for (const [, label] of annotations.summary.matchAll(/\$labels\.(\w+)/gu)) {
      expect(sample).toContain(`${label}="`);
    }
  }
});

it('holds before promtool, where it is installed', () => {
  const { error, status, stdout } = spawnSync('promtool', ['check', 'rules', FILE]);
  const isThere = error === undefined;
  expect([
    isThere,
    isThere ? status : 0,
    isThere ? String(stdout).includes('FAILED') : false,
  ]).toEqual([isThere, 0, false]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const Step = z.looseObject({ run: z.string().optional(), uses: z.string().optional() });
const Workflow = z.looseObject({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      needs: z.string().optional(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(Step),
      strategy: z
        .object({ matrix: z.object({ include: z.array(z.object({ target: z.string() })) }) })
        .passthrough()
        .optional(),
    }),
  ),
});
const { permissions, jobs } = Workflow.parse(parse(read('.github/workflows/release.yml')));
const stepsOf = (job: string): readonly string[] =>
  (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

describe('the release workflow', () => {
  it('runs scripts that there are', () => {
    const called = Object.keys(jobs)
      .flatMap(stepsOf)
      .flatMap((run) =>
        [...run.matchAll(/npm run (?:-s )?([\w:]+)/gu)].map(([, name = '']) => name),
      );
    expect(called).toContain('sbom');
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('builds stages that the Dockerfile has', () => {
    const stages = [...read('Dockerfile').matchAll(/^FROM \S+ AS (\S+)/gmu)].map(
      ([, name]) => name,
    );
    const targets = jobs.image?.strategy?.matrix.include.map(({ target }) => target);
    expect(targets).toHaveLength(2);
    expect(stages).toEqual(expect.arrayContaining(targets ?? []));
  });

  it('names the repository before it publishes with provenance, which is refused without', () => {
    const steps = stepsOf('package');
    const named = steps.findIndex((run) => run.includes('repository.url='));
    const published = steps.findIndex((run) => /^npm publish .*--provenance/u.test(run));
    expect([named >= 0, published > named]).toEqual([true, true]);
    expect(jobs.package?.permissions['id-token']).toBe('write');
  });

  it('lets nothing out that was not tested, and each job do only what it needs', () => {
    expect(permissions).toEqual({});
    const others = Object.entries(jobs).filter(([name]) => name !== 'test');
    expect(others.map(([, { needs }]) => needs)).toEqual(others.map(() => 'test'));
    expect(jobs.test?.permissions).toEqual({ contents: 'read' });
  });

  it('takes actions by their versions', () => {
    const used = Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => uses ?? []),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !/@v\d+$/u.test(name))).toEqual([]);
  });
});

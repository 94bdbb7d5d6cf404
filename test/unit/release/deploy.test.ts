import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { plugIns } from '../../../src/cli/plug-ins.ts';
import { ROLES } from '../../../src/cli/service.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { keysOf } from '../../../src/state/keys.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const KUBERNETES = 'deploy/kubernetes';
const Kustomization = z.looseObject({
  resources: z.array(z.string()),
  configMapGenerator: z.array(z.object({ name: z.string(), files: z.array(z.string()) })),
});
const kustomization = Kustomization.parse(parse(text(`${KUBERNETES}/kustomization.yaml`)));

/** Every object of the manifests, with the file it stands in. */
const objects = kustomization.resources.flatMap((file) =>
  parseAllDocuments(text(`${KUBERNETES}/${file}`), { merge: true }).map((document) => {
    const value = z.looseObject({ kind: z.string() }).parse(document.toJS());
    return [`${file} ${value.kind}`, value] as const;
  }),
);

describe('the manifests', () => {
  it('name every file that there is', () => {
    const files = readdirSync(join(ROOT, KUBERNETES)).filter((file) => file.endsWith('.yaml'));
    expect([...kustomization.resources, 'kustomization.yaml'].toSorted()).toEqual(files.toSorted());
  });

  it.each(objects.filter(([, { kind }]) => kind === 'Deployment'))(
    '%s asks each process how it is, and lets it do little',
    (_, object) => {
      const container = {
        startupProbe: { httpGet: { path: '/health/live', port: 'console' } },
        livenessProbe: { httpGet: { path: '/health/live', port: 'console' } },
        readinessProbe: { httpGet: { path: '/health/ready', port: 'console' } },
        securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      };
      expect(object).toMatchObject({
        apiVersion: 'apps/v1',
        spec: {
          template: {
            spec: { securityContext: { runAsNonRoot: true }, containers: [container] },
          },
        },
      });
      expect(JSON.stringify(object)).toContain('"name":"console","containerPort":7700');
    },
  );

  it('scale by the list in which jobs wait', () => {
    const scaler = objects.find(([, { kind }]) => kind === 'ScaledObject')?.[1];
    expect(scaler).toMatchObject({
      apiVersion: 'keda.sh/v1alpha1',
      spec: { triggers: [{ metadata: { listName: `${keysOf('marsad').tag}:pages:wait` } }] },
    });
  });

  it('bring settings and sources that are good', () => {
    for (const { files } of kustomization.configMapGenerator) {
      for (const file of files) expect(existsSync(join(ROOT, KUBERNETES, file)), file).toBe(true);
    }
    const { sources, faults } = loadConfig(join(ROOT, KUBERNETES, 'config'), plugIns);
    expect(faults).toEqual([]);
    expect([...sources.values()].map(({ enabled }) => enabled)).toEqual([false]);
  });
});

describe('the commands of units, manifests and containers', () => {
  const unit = (file: string) => /--roles (\S+)/u.exec(text(`deploy/systemd/${file}`))?.[1] ?? '';
  const roles = [
    unit('marsad.service'),
    unit('marsad-worker@.service'),
    ...['scheduler', 'worker', 'console'].map(
      (name) => /--roles, "([^"]+)"/u.exec(text(`${KUBERNETES}/${name}.yaml`))?.[1] ?? '',
    ),
    ...[...text('compose.yaml').matchAll(/--roles, "?([\w,]+)"?\]/gu)].map(([, list = '']) => list),
  ];

  it.each(roles.map((list, at) => [at, list] as const))('%d: --roles %s are roles', (_, list) => {
    expect(list.split(',').filter((role) => !ROLES.some((known) => known === role))).toEqual([]);
  });

  it('hold every role that a service needs', () => {
    for (const role of ['schedule', 'crawl', 'deliver', 'console']) {
      expect(roles.filter((list) => list.split(',').includes(role)).length).toBeGreaterThanOrEqual(
        3,
      );
    }
  });
});

it('the units are what systemd takes', () => {
  const folder = join(ROOT, 'deploy/systemd');
  const names = readdirSync(folder).map((name) => join(folder, name.replace('@.', '@1.')));
  const units = names.filter((name) => name.includes('.service'));
  // Where a template is asked for by an instance, its folder has to be one that systemd looks in.
  const env = {
    ...process.env,
    SYSTEMD_UNIT_PATH: `${folder}:`,
    HOME: mkdtempSync(join(tmpdir(), 'home-')),
  };
  const check = () =>
    execFileSync('systemd-analyze', ['verify', '--man=no', ...units], { env, encoding: 'utf8' });
  expect(check).not.toThrow();
  expect(dirname(units[0] ?? '')).toBe(folder);
});

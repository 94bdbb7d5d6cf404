import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { heartbeats } from '../../src/state/heartbeats.ts';
import { type AnswerSite, answerSite } from '../answers.ts';
import { type RunningCommand, startMarsad } from '../marsad.ts';

let site: AnswerSite;
let installation: Installation;
let running: RunningCommand;
let url: string;

/** A process without the console, on any free port; the other roles are no process's. */
beforeAll(async () => {
  site = await answerSite();
  const file = join(site.folder, 'config/marsad.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('level: error', 'level: info'));
  running = startMarsad(['run', '--roles', 'crawl'], {
    cwd: site.folder,
    env: { MARSAD_HEALTH_PORT: '0' },
  });
  let log = '';
  running.child.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  await vi.waitUntil(() => log.includes('health-listening'), 300_000);
  url = /"url":"([^"]+)"/u.exec(log)?.[1] ?? '';
  installation = await openInstallation(join(site.folder, 'config'));
});

afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  await installation.close();
  site.close();
});

async function health() {
  const answer = await fetch(`${url}health`);
  const { checks } = (await answer.json()) as { checks: { name: string; ok: boolean }[] };
  return [answer.status, checks.filter(({ ok }) => !ok).map(({ name }) => name)];
}

it('answers for itself and for the installation without a console', async () => {
  expect((await fetch(`${url}health/live`)).status).toBe(200);
  await expect.poll(async () => (await fetch(`${url}health/ready`)).status).toBe(200);
  expect(await (await fetch(`${url}metrics`)).text()).toContain('marsad_jobs_total');
  expect((await fetch(url)).status).toBe(404);
});

/** Says of roles how long ago one process of each was last heard of. */
async function beat(ages: Readonly<Record<string, number>>): Promise<void> {
  const book = heartbeats(installation.redis, installation.keys);
  for (const [role, age] of Object.entries(ages)) {
    await book.beat([role], `process-${role}`, Date.now() - age);
  }
}

it.each([
  [
    'schedule and deliver',
    { schedule: 60_000, deliver: 60_000 },
    ['role schedule', 'role deliver'],
  ],
  ['deliver', { schedule: 0, deliver: 50_000 }, ['role deliver']],
  ['nobody', { schedule: 0, deliver: 0 }, []],
])('is red within a minute where %s is gone, and names it', async (_who, ages, missing) => {
  const told = async () => {
    await beat(ages);
    return health();
  };
  // A Redis that a busy machine keeps from answering for a second is told of instead.
  await expect.poll(told).toEqual([missing.length > 0 ? 503 : 200, missing]);
});

it('ends `status` with 1 where a check fails, and with 0 where none does', async () => {
  const statusWhere = async (deliver: number) => {
    await beat({ schedule: 0, deliver });
    return site.run('status');
  };
  await expect.poll(async () => (await statusWhere(0)).status).toBe(0);
  await expect
    .poll(() => statusWhere(60_000))
    .toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Marsad cannot work: role deliver'),
    });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cpuMs } from './cpu.ts';
import { runCampaign } from './fuzz/campaign.ts';
import { minimise } from './fuzz/minimise.ts';
import { mutated } from './fuzz/mutation.ts';
import { type FuzzTarget, limitMs } from './fuzz/target.ts';
import { openThread } from './fuzz/thread.ts';

const targets = readdirSync('test/fuzz/targets').map((file) => file.replace(/\.ts$/u, ''));

const load = async (name: string): Promise<FuzzTarget> =>
  (await import(`./fuzz/targets/${name}.ts`)).target;

/** Fresh inputs of each target, of a seed that stays: a fault that comes in anew often shows at once. */
const FRESH = 30;

describe.each(targets)('%s', (name) => {
  afterAll(async () => (await load(name)).close?.());

  it(`holds for what was found before, and for ${FRESH} inputs`, async () => {
    const target = await load(name);
    const folder = `test/fuzz/cases/${name}`;
    const found = existsSync(folder) ? readdirSync(folder) : [];
    const fresh = fc.sample(mutated(target, await target.corpus()), { seed: 7, numRuns: FRESH });
    const inputs = [...found.map((file) => readFileSync(`${folder}/${file}`)), ...fresh];
    for (const [at, input] of inputs.entries()) {
      const start = cpuMs();
      const fault = await target.check(input);
      expect([found[at] ?? at, fault]).toEqual([found[at] ?? at, undefined]);
      // Twice: a first call compiles, and coverage or a loaded machine make it slow.
      expect(cpuMs() - start).toBeLessThan(2 * limitMs(target, input.length) + 1000);
    }
  });
});

/** Over what the slow input takes. */
const HANG_MS = 2000;

describe('the frame', () => {
  const planted = new URL('./fuzz/planted.ts', import.meta.url).href;

  it('finds what crashes, hangs, is slow or does not hold, and goes on', async () => {
    const { target } = await import('./fuzz/planted.ts');
    const thread = openThread(planted, HANG_MS);
    const campaign = await runCampaign(target, thread, { seed: 1, forMs: 60_000, most: 120 });
    await thread.close();
    const kinds = campaign.findings.map(({ kind }) => kind.split(' at ')[0]).sort();
    expect(kinds).toEqual(['TypeError', 'hang', 'not right', 'slow']);
    const crash = campaign.findings.find(({ kind }) => kind.startsWith('TypeError'));
    expect(crash?.input.toString()).toBe('boom');
  });

  it('finds a heap that grows', async () => {
    const { target } = await import('./fuzz/planted.ts');
    let megabytes = 0;
    const thread = {
      tryInput: async () => ({ cpuMs: 0 }),
      heapBytes: async () => {
        megabytes += 50;
        return megabytes * 2 ** 20;
      },
      close: async () => {},
    };
    const { findings } = await runCampaign(target, thread, { seed: 1, forMs: 100 });
    expect(findings.map(({ kind }) => kind)).toEqual(['growth']);
  });

  it('makes an input as small as its fault allows', async () => {
    const isFault = async (input: Buffer): Promise<boolean> => /a.*b/u.test(input.toString());
    const small = await minimise(Buffer.from('xxaxxxxbxx'), isFault, Date.now() + 60_000);
    expect(small.toString()).toBe('ab');
  });
});

import fc from 'fast-check';
import { minimise } from './minimise.ts';
import { mutated } from './mutation.ts';
import { type FuzzTarget, limitMs } from './target.ts';
import type { FuzzThread } from './thread.ts';

/** A fault that an input showed. */
export interface Finding {
  /** What two inputs of one fault have in common. */
  readonly kind: string;
  readonly fault: string;
  /** As small as it could be made. */
  readonly input: Buffer;
  /** Of the batch that it came from. */
  readonly seed: number;
}

/** What a run came to. */
export interface Campaign {
  readonly inputs: number;
  readonly findings: readonly Finding[];
  /** Processor time of the slowest input, ms. */
  readonly slowestMs: number;
  /** Bytes of the heap after the first part of the run, and at its end. */
  readonly heap: readonly [number, number];
}

/** How a run is made. */
export interface CampaignOptions {
  readonly seed: number;
  readonly forMs: number;
  /** Inputs at most. */
  readonly most?: number;
}

/** Inputs of one seed; the next batch has the next. */
export const BATCH = 500;

/** Findings after which a run ends: more are likely of the same faults. */
const MOST_FINDINGS = 10;

/** What the heap may grow by from the tenth part of a run to its end: caches that fill, bytes. */
const GROWTH_BYTES = 32 * 2 ** 20;

/** Making an input smaller takes that long at most. */
const MINIMISE_MS = 20_000;

/** Tries inputs of a target for a time, and makes what shows a fault small. */
export async function runCampaign(
  target: FuzzTarget,
  thread: FuzzThread,
  { seed, forMs, most = Number.POSITIVE_INFINITY }: CampaignOptions,
): Promise<Campaign> {
  const inputs = mutated(target, await target.corpus());
  const findings = new Map<string, Finding>();
  const start = Date.now();
  let [count, slowestMs, heapBefore] = [0, 0, 0];
  const isOver = (): boolean =>
    Date.now() - start >= forMs || count >= most || findings.size >= MOST_FINDINGS;
  for (let batch = seed; !isOver(); batch += 1) {
    for (const input of fc.sample(inputs, { seed: batch, numRuns: BATCH })) {
      if (isOver()) break;
      count += 1;
      const tried = await faultOf(target, thread, input);
      slowestMs = Math.max(slowestMs, tried.cpuMs);
      if (tried.fault === undefined || findings.has(kindOf(tried.fault))) continue;
      const kind = kindOf(tried.fault);
      const small = await smaller(target, thread, { input, kind });
      findings.set(kind, { kind, fault: tried.fault, input: small, seed: batch });
    }
    if (heapBefore === 0 && Date.now() - start >= forMs / 10) heapBefore = await thread.heapBytes();
  }
  const heap = [heapBefore, await thread.heapBytes()] as const;
  const grown = growth(heap, seed);
  return { inputs: count, findings: [...findings.values(), ...grown], slowestMs, heap };
}

function growth([before, after]: readonly [number, number], seed: number): Finding[] {
  if (before === 0 || after - before <= GROWTH_BYTES) return [];
  const fault = `growth: the heap grew from ${before} to ${after} bytes`;
  return [{ kind: 'growth', fault, input: Buffer.alloc(0), seed }];
}

/** Tries an input; one that was slow is tried twice more, as other programs make a machine slow. */
async function faultOf(target: FuzzTarget, thread: FuzzThread, input: Buffer) {
  const first = await thread.tryInput(input);
  const limit = limitMs(target, input.length);
  if (first.fault !== undefined || first.cpuMs <= limit) return first;
  const again = [await thread.tryInput(input), await thread.tryInput(input)];
  const least = Math.min(first.cpuMs, ...again.map(({ cpuMs }) => cpuMs));
  const fault = `slow: ${least.toFixed(0)} ms for ${input.length} bytes, allowed ${limit.toFixed(0)}`;
  return least <= limit ? { cpuMs: least } : { cpuMs: least, fault };
}

async function smaller(
  target: FuzzTarget,
  thread: FuzzThread,
  { input, kind }: { input: Buffer; kind: string },
): Promise<Buffer> {
  // A hang takes its whole time at each step, and slowness goes with the size.
  if (/^(?:hang|slow|end)/u.test(kind)) return input;
  const isFault = async (candidate: Buffer): Promise<boolean> => {
    const { fault } = await faultOf(target, thread, candidate);
    return fault !== undefined && kindOf(fault) === kind;
  };
  return minimise(input, isFault, Date.now() + MINIMISE_MS);
}

/** The words before the first colon, and of an error the place in our sources that threw it. */
function kindOf(fault: string): string {
  const place = /\((?:file:\/\/)?[^()]*\/((?:src|crawlers|node_modules)\/[^():]*:\d+)/u.exec(fault);
  return [fault.split(':', 1)[0], place?.[1]].filter(Boolean).join(' at ');
}

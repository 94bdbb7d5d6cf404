import type { StepName } from '../line/index.ts';

/** Times the steps of one job. */
export interface Stopwatch {
  /** Runs a step and adds its time to the step's account. */
  readonly time: <T>(step: StepName, work: () => T) => T;
  /** Adds time that a step took elsewhere, ms. */
  readonly add: (step: StepName, ms: number) => void;
  readonly steps: () => Record<string, number>;
  /** Since the watch was made, ms. */
  readonly ms: () => number;
}

/** Makes a watch that starts now. A step that gives a promise is timed until it settles. */
export function stopwatch(): Stopwatch {
  const start = performance.now();
  const account = new Map<StepName, number>();
  const add = (step: StepName, ms: number): void => {
    account.set(step, (account.get(step) ?? 0) + ms);
  };
  return {
    time(step, work) {
      const from = performance.now();
      const result = work();
      if (result instanceof Promise) {
        void result.then(
          () => add(step, performance.now() - from),
          () => add(step, performance.now() - from),
        );
      } else add(step, performance.now() - from);
      return result;
    },
    add,
    steps: () => Object.fromEntries([...account].map(([step, ms]) => [step, rounded(ms)])),
    ms: () => rounded(performance.now() - start),
  };
}

/** To a tenth of a millisecond: the clock is no more exact than that. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

import type { JobDependencies } from './dependencies.ts';
import { replayMemory } from './replay-memory.ts';
import { UNCONDITIONAL } from './route.ts';

/** The same dependencies, for work that leaves no trace: what a site's pages teach is forgotten at the end. */
export function dryDependencies(deps: JobDependencies): JobDependencies {
  return {
    ...deps,
    validators: UNCONDITIONAL,
    boilerplate: replayMemory(deps.boilerplate),
    clock: replayMemory(deps.clock),
    fetchMethod: replayMemory(deps.fetchMethod),
  };
}

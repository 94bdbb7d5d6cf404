import { replayMemory } from './replay-memory.ts';
import { UNCONDITIONAL } from './route.ts';
import type { Tools } from './tools.ts';

/** The same tools, for work that leaves no trace: what a site's pages teach is forgotten at the end. */
export function dryTools(tools: Tools): Tools {
  return {
    ...tools,
    validators: UNCONDITIONAL,
    furniture: replayMemory(tools.furniture),
    clock: replayMemory(tools.clock),
    route: replayMemory(tools.route),
  };
}

import { type SinkState, sinkStates } from '../state/sink-states.ts';
import type { Installation } from './installation.ts';

/** How each sink fares: those of the settings, and those that none names any more. */
export function sinkLags({ redis, keys, catalogue }: Installation): Promise<SinkState[]> {
  const { sinks, log } = catalogue.settings;
  return sinkStates(redis, keys, { names: Object.keys(sinks), logRecords: log.records });
}

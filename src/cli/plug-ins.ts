import { crawlers } from '../../crawlers/index.ts';
import type { PlugIns } from '../config/load.ts';
import { sinkSettings } from '../line/deliver/index.ts';

/** The plug-ins of this installation. */
export const plugIns: PlugIns = {
  crawlers: crawlers.map(({ name }) => name),
  sinks: sinkSettings,
};

import type { HubState } from '../record/health.ts';
import type { SourceState } from './console-data.ts';

/** What stands above the rows of hubs. */
export const HUB_HEADS = ['HUB OF', 'STATE', 'MEANS'] as const;

/** What the state of a hub means for how its source is followed. */
const HUB_MEANS: Readonly<Record<Exclude<HubState, 'none'>, string>> = {
  asked: 'has not verified the subscription yet',
  live: 'pushes; polls go on as before until it has proven itself',
  proven: 'pushes what is new; polls are slower',
  distrusted: 'left out what polls found; polls are as before',
  denied: 'refused the subscription; polls are as before',
};

/** The hub of a source in cells; one whose feeds name no hub has no row. */
export function hubRow({ id, enabled, health: { hub } }: SourceState): string[][] {
  return !enabled || hub === undefined || hub === 'none' ? [] : [[id, hub, HUB_MEANS[hub]]];
}

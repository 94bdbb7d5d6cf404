import type { SourceState } from './console-data.ts';
import { plainText } from './plain-text.ts';

/** Said of sources whose readings wait for the operator. */
export function heldPart({ id, held = 0 }: SourceState): string[] {
  if (held === 0) return [];
  return [`${id}: ${held} readings are held back: marsad held list --source ${id}`];
}

/** Said of sources that visits see too late or whose first route leaves articles out. */
export function missedPart({ id, health }: SourceState): string[] {
  const { day = '', fallenOut = 0, unlisted = 0 } = health.missed ?? {};
  const lines: string[] = [];
  if (fallenOut > 0) {
    lines.push(`${id}: on ${day} some ${fallenOut} articles came and went between two visits`);
    lines.push('  Give the source a further route, or visit it more often.');
  }
  if (unlisted > 0) {
    lines.push(`${id}: on ${day} its first route left out ${unlisted} articles that another had`);
    lines.push('  Keep the other route; put it first where it is the fuller one.');
  }
  return lines.length > 0 ? [lines.map(plainText).join('\n')] : [];
}

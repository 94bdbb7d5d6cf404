import type { StoryChange } from '../record/sketch.ts';
import type { FoundStories } from './find-article.ts';
import { formatState } from './story-state.ts';

/** The change as src/state/scripts/commit.lua takes it, with what it was decided on. */
export function changeArgument(change: StoryChange, found: FoundStories, agency: string): object {
  const touched = new Set([change.joins, ...change.merged]);
  return {
    id: change.state.id,
    agency,
    part: found.part,
    used: found.used.map(Number),
    held: found.held,
    read: found.read.filter(([number]) => touched.has(number)),
    ...(change.joins === undefined ? {} : { joins: change.joins }),
    merged: change.merged,
    state: change.joins === undefined ? '' : formatState(change.state),
    kept: change.isKept,
    revised: change.revised.map(({ id, story }) => [id, JSON.stringify(story)]),
  };
}

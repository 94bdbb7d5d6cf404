import type { RevisionRule } from '../../record/sketch.ts';

/** An observation makes a revision where a field differs, or where a withdrawn article is back. */
export const revise: RevisionRule = (before, { fields }) => {
  const names = new Set([...Object.keys(fields), ...Object.keys(before.fields)]);
  const changed = [...names].filter((name) => before.fields[name] !== fields[name]);
  return changed.length > 0 || before.isWithdrawn ? { changed } : undefined;
};

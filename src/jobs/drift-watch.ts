import { type DriftJudgement, judgePage } from '../line/extract/drift/drift.ts';
import type { PageObservation } from '../line/extract/drift/observation.ts';
import type { PageDependencies } from './dependencies.ts';

/** What watching a source for drift needs. */
type DriftDependencies = Pick<PageDependencies, 'profile' | 'health' | 'tellDrift' | 'now'>;

/** What a page's observation says of it and of pages before it. */
type PageJudgement = Pick<DriftJudgement, 'underFloor' | 'isOdd' | 'alsoUnder'>;

/** By profile memory and source: when the page before has been taken in. */
const turns = new WeakMap<DriftDependencies['profile'], Map<string, Promise<unknown>>>();

/**
 * Takes a page's observation into its source's profile, and tells where its template changed or reads
 * well again. Pages of a source that end at the same time take turns: else each would be added to the
 * profile of before, and all but one be lost.
 */
export async function watchDrift(
  source: string,
  observation: PageObservation,
  deps: DriftDependencies,
): Promise<PageJudgement> {
  const bySource = turns.get(deps.profile) ?? new Map<string, Promise<unknown>>();
  turns.set(deps.profile, bySource);
  const before = bySource.get(source) ?? Promise.resolve();
  const turn = before.then(() => takeIn(source, observation, deps));
  const ended = turn.catch(() => undefined);
  bySource.set(source, ended);
  try {
    return await turn;
  } finally {
    if (bySource.get(source) === ended) bySource.delete(source);
  }
}

async function takeIn(
  source: string,
  observation: PageObservation,
  { profile, health, tellDrift, now }: DriftDependencies,
): Promise<PageJudgement> {
  const before = await profile.load(source);
  const judged = judgePage(before, observation, now());
  const { drift } = judged.profile;
  if (judged.change) {
    const { signs = [] } = drift ?? before?.drift ?? {};
    tellDrift({ source, what: judged.change, signs });
  }
  const isNews = judged.change !== undefined || drift?.signs.length !== before?.drift?.signs.length;
  if (isNews) {
    await health.note(source, {
      drift: drift ? { since: drift.since, signs: [...drift.signs] } : null,
    });
  }
  // Saved last: a change that could not be reported is found again with the next page.
  await profile.save(source, judged.profile);
  return judged;
}

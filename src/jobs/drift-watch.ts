import { judgePage } from '../line/extract/drift/drift.ts';
import type { PageObservation } from '../line/extract/drift/observation.ts';
import type { PageDependencies } from './dependencies.ts';

/** What watching a source for drift needs. */
type DriftDependencies = Pick<PageDependencies, 'profile' | 'health' | 'tellDrift' | 'now'>;

/**
 * Takes a page's observation into its source's profile, and tells where its template changed or reads
 * well again.
 * @returns the signs by which this very reading is under the source's floor; empty where it is good
 */
export async function watchDrift(
  source: string,
  observation: PageObservation,
  { profile, health, tellDrift, now }: DriftDependencies,
): Promise<readonly string[]> {
  const before = await profile.load(source);
  const judged = judgePage(before, observation, now());
  await profile.save(source, judged.profile);
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
  return judged.underFloor;
}

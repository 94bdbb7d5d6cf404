import type { Source } from '../../source.ts';
import { distinctLinks } from '../link-identity.ts';
import { chooseSample, readSample, type Sample, type SampleWork } from './sample-pages.ts';
import { type RouteTrial, type TrialWork, tryRoute } from './trial.ts';

/** What a source gave when it was tried. */
export interface TriedSource {
  readonly trials: readonly RouteTrial[];
  readonly samples: readonly Sample[];
}

/**
 * Tries a source as its file stands: each of its routes, and a few of the newest articles.
 * @param most articles that are read
 * @throws StateError where Redis is away
 */
export async function trySource(
  source: Source,
  { deps }: { deps: TrialWork['deps'] & SampleWork['deps'] },
  most: number,
): Promise<TriedSource> {
  const trials: RouteTrial[] = [];
  for (const route of source.discover) trials.push(await tryRoute(route, { source, deps }));
  const samples: Sample[] = [];
  const links = distinctLinks(trials.flatMap((trial) => trial.links));
  for (const link of chooseSample(links, most)) {
    samples.push(await readSample(link, { source, deps }));
  }
  return { trials, samples };
}

/** What is wrong with a source that was tried, in words; undefined where it gives articles. */
export function faultOf({ trials, samples }: TriedSource): string | undefined {
  const broken = trials.filter(({ error }) => error).length;
  const read = samples.filter(({ draft }) => draft).length;
  if (broken === 0 && read > 0) return undefined;
  const isEmpty = trials.every(({ links }) => links.length === 0);
  const links = isEmpty ? ': nothing was found' : '';
  return (
    `${broken} of ${trials.length} routes are broken, ` +
    `${read} of ${samples.length} pages gave an article${links}`
  );
}

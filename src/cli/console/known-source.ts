import { UsageError } from '../../errors.ts';
import type { Source } from '../../source.ts';
import type { ReadParts } from './operator-reads.ts';

/** A source by its id. @throws UsageError where there is no such source */
export function knownSource(id: string, { installation }: ReadParts): Source {
  const source = installation.catalogue.sources().get(id);
  if (source) return source;
  throw new UsageError(`No source ${id.slice(0, 60)}`, { hint: 'Its file may have gone away.' });
}

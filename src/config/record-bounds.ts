import { durationMs } from '../record/source-rules.ts';
import type { Settings } from './settings.ts';

const DAY_MS = 86_400_000;

/** How long records and how many revisions are kept, as the settings have it. */
export function recordBounds({ retention }: Pick<Settings, 'retention'>) {
  const { records, revisions } = retention;
  return { recordDays: durationMs(records) / DAY_MS, revisions };
}

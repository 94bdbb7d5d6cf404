/** One step of the pipeline: its folder in `src/line/`, and what goes in and comes out. */
export interface Step {
  readonly name: string;
  readonly takes: string;
  readonly gives: string;
}

/**
 * The eight steps in the order in which data flows. The console's list of steps, the labels of metrics and the
 * step times of a job record are made from this one.
 */
export const line = [
  { name: 'schedule', takes: 'source', gives: 'visit' },
  { name: 'discover', takes: 'visit', gives: 'links' },
  { name: 'fetch', takes: 'link', gives: 'page' },
  { name: 'extract', takes: 'page', gives: 'reading' },
  { name: 'normalize', takes: 'reading', gives: 'draft' },
  { name: 'dedupe', takes: 'draft', gives: 'sketch' },
  { name: 'publish', takes: 'draft and sketch', gives: 'record' },
  { name: 'deliver', takes: 'record', gives: 'delivery' },
] as const satisfies readonly Step[];

/** The name of a step. */
export type StepName = (typeof line)[number]['name'];

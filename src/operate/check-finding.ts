import { spanText } from './time-text.ts';

/** What a check of the health found wrong, as values that each language puts into its own words. */
export type CheckFinding =
  | { readonly kind: 'never-started' }
  /** For so long; absent where it is longer than is known. */
  | { readonly kind: 'role-missing'; readonly forMs?: number }
  | { readonly kind: 'runs-stopped'; readonly forMs: number }
  | {
      readonly kind: 'visits-overdue';
      readonly late: number;
      readonly all: number;
      readonly longestMs: number;
    }
  | {
      readonly kind: 'sink-refuses';
      readonly forMs: number;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'near-bound'; readonly behind: number; readonly keeps: number };

/** A finding in one English sentence. */
export function findingText(finding: CheckFinding): string {
  switch (finding.kind) {
    case 'never-started':
      return 'never started: `npm start` runs the service, `marsad run --drain` visits each source once';
    case 'role-missing':
      return finding.forMs === undefined
        ? 'no process had it for two days or more'
        : `no process had it for ${spanText(finding.forMs)}`;
    case 'runs-stopped':
      return `a run that ends by itself was here ${spanText(finding.forMs)} ago`;
    case 'visits-overdue':
      return `${finding.late} of ${finding.all} are overdue, the longest by ${spanText(finding.longestMs)}`;
    case 'sink-refuses':
      return `refuses since ${spanText(finding.forMs)}: ${finding.code}: ${finding.message}`;
    case 'near-bound':
      return `${finding.behind} records behind, the log keeps ${finding.keeps}: the oldest are lost next`;
  }
}

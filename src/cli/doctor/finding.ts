/** What one check found. */
export interface Finding {
  readonly check: string;
  /** `failure`: it cannot work; `warning`: it works, at a risk; `unknown`: it could not be checked. */
  readonly level: 'good' | 'warning' | 'failure' | 'unknown';
  readonly found: string;
  /** What the operator does; absent where nothing is to do. */
  readonly remedy?: string;
}

/** A check that found nothing wrong. */
export const good = (check: string, found: string): Finding => ({ check, level: 'good', found });

/** A check that found a risk. */
export const warning = (check: string, found: string, remedy: string): Finding => ({
  check,
  level: 'warning',
  found,
  remedy,
});

/** A check that found what cannot work. */
export const failure = (check: string, found: string, remedy: string): Finding => ({
  check,
  level: 'failure',
  found,
  remedy,
});

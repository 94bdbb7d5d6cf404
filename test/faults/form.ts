/**
 * Faults are tried in two forms: a short one with all the other tests, and the whole one by `npm run
 * test:faults`, as large and as long as the table of faults says.
 */
const IS_WHOLE = process.env.MARSAD_FAULTS === 'whole';

/** What holds in the form that is run. */
export const form = <T>({ short, whole }: { short: T; whole: T }): T => (IS_WHOLE ? whole : short);

/** The engine of `sources add`: pure over documents that the caller fetches. */
export { type Candidate, candidatesOf } from './survey/candidates.ts';
export { type ClockOffset, clockOffsets } from './survey/clock-offsets.ts';
export { chooseRoutes, compareRoutes } from './survey/comparison.ts';
export { findPlace } from './survey/country.ts';
export { type Home, readHome } from './survey/home.ts';
export { type ChosenPlace, choosePlace } from './survey/place-choice.ts';
export { placeNamed } from './survey/place-names.ts';
export { writeSourceFile } from './survey/source-file.ts';
export { sourceIdFor } from './survey/source-id.ts';

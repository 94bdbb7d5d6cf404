/** The engine of `sources add`: pure over documents that the caller fetches. */
export { type Candidate, candidatesOf } from './survey/candidates.ts';
export {
  chooseRoutes,
  compareRoutes,
  type RouteReport,
  type TriedRoute,
} from './survey/comparison.ts';
export { type Home, readHome } from './survey/home.ts';
export { type Surveyed, writeSourceFile } from './survey/source-file.ts';

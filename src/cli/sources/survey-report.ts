import type { Survey } from '../../jobs/survey.ts';
import { plainText } from '../../operate/plain-text.ts';
import {
  type PageReport,
  pageReport,
  pageText,
  type RouteLine,
  routeReport,
  routeText,
} from './trial-report.ts';

/** What a survey tells, as JSON. */
export interface SurveyReport {
  readonly id: string;
  /** Where the source's file was written; absent where none was. */
  readonly file?: string;
  readonly homepage: string;
  readonly name?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly charset: string;
  /** Documents asked for. */
  readonly asked: number;
  readonly routes: readonly (RouteLine & {
    readonly chosen: boolean;
    readonly completeness: number;
  })[];
  readonly pages: readonly PageReport[];
  readonly notes: readonly string[];
}

/** Puts together what a survey tells. */
export function reportOf(
  { home, page, trials, routes, reports, samples }: Survey,
  about: Pick<SurveyReport, 'id' | 'file' | 'asked' | 'notes'>,
): SurveyReport {
  const { name, place } = home;
  return {
    ...about,
    homepage: page.url,
    ...(name ? { name } : {}),
    ...(place ? { country: place.country, timeZone: place.timeZone } : {}),
    charset: page.charset,
    routes: trials.map((trial) => ({
      ...routeReport(trial),
      chosen: routes.includes(trial.route),
      completeness: reports.find(({ route }) => route === trial.route)?.completeness ?? 0,
    })),
    pages: samples.map(pageReport),
  };
}

/** The same for people. */
export function reportText(report: SurveyReport): string {
  const { routes, pages, notes, asked, file } = report;
  const lines = [
    headOf(report),
    ...routes.map((route) => {
      const share = `${Math.round(route.completeness * 100)} % of the last two days`;
      return `${route.chosen ? '*' : ' '} ${routeText(route)}${route.links > 0 ? `, ${share}` : ''}`;
    }),
    ...pages.map(pageText),
    ...notes,
    `${asked} documents were asked for.`,
    ...(file ? [`Written: ${file}`] : []),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

function headOf({ id, name, homepage, country, timeZone }: SurveyReport): string {
  const place = country ? `${country}, ${timeZone}` : 'country and time zone are not known';
  return `${id}: ${name ?? 'its name is not known'}, ${homepage} (${place})`;
}

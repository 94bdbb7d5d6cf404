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
  /** Of its articles, BCP 47. */
  readonly language?: string;
  readonly charset: string;
  /** Documents asked for. */
  readonly asked: number;
  readonly routes: readonly (RouteLine & {
    readonly chosen: boolean;
    /** True where the site does not name it. */
    readonly isGuess?: boolean;
    readonly completeness: number;
  })[];
  readonly pages: readonly PageReport[];
  readonly notes: readonly string[];
  /** Keys of the file that nothing told and the operator has to fill in. */
  readonly toFillIn: readonly string[];
}

/** Puts together what a survey tells. */
export function reportOf(
  { home, page, place, language, trials, routes, reports, samples }: Survey,
  about: Pick<SurveyReport, 'id' | 'file' | 'asked' | 'notes'>,
): SurveyReport {
  const { name } = home;
  const { country, timeZone } = place;
  return {
    ...about,
    homepage: page.url,
    ...(name ? { name } : {}),
    ...(country ? { country } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(language ? { language } : {}),
    toFillIn: [...(country ? [] : ['country']), ...(timeZone ? [] : ['timeZone'])],
    charset: page.charset,
    routes: trials.map((trial) => ({
      ...routeReport(trial),
      ...(trial.isGuess ? { isGuess: true } : {}),
      chosen: routes.includes(trial.route),
      completeness: reports.find(({ route }) => route === trial.route)?.completeness ?? 0,
    })),
    pages: samples.map(pageReport),
  };
}

/** The same for people. */
export function reportText(report: SurveyReport): string {
  const { routes, pages, notes, asked, file } = report;
  // Where such things usually are and are not says nothing of the site.
  const shown = routes.filter(({ isGuess, links }) => !isGuess || links > 0);
  const absent = routes.length - shown.length;
  const lines = [
    headOf(report),
    ...shown.map((route) => {
      const share = `${Math.round(route.completeness * 100)} % of the last two days`;
      return `${route.chosen ? '*' : ' '} ${routeText(route)}${route.links > 0 ? `, ${share}` : ''}`;
    }),
    ...(absent > 0 ? [`  ${absent} usual addresses of feeds and sitemaps lead to none.`] : []),
    ...pages.flatMap(pageText),
    ...notes,
    `${asked} documents were asked for.`,
    ...(file ? [`Written: ${file}`] : []),
    ...missingText(report),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

/** The last line, so that nobody overlooks it: a wrong zone makes every time wrong. */
function missingText({ file, toFillIn }: SurveyReport): string[] {
  if (!file || toFillIn.length === 0) return [];
  return [`To be filled in: ${toFillIn.join(' and ')} in ${file}: the site does not tell.`];
}

function headOf({ id, name, homepage, country, timeZone }: SurveyReport): string {
  const place = `${country ?? 'country not known'}, ${timeZone ?? 'time zone not known'}`;
  return `${id}: ${name ?? 'its name is not known'}, ${homepage} (${place})`;
}

import type { Survey } from '../../jobs/survey.ts';
import { kindOf, ROUTE_KINDS, routes as routeKinds } from '../../line/discover/routes/index.ts';
import type { Link } from '../../record/link.ts';

/** What a survey found beside the routes, a sentence each, for the file and the report. */
export function notesOf(survey: Survey): string[] {
  return [...pageNotes(survey), ...routeNotes(survey), ...sampleNotes(survey), ...gaps(survey)];
}

/** What was looked for and not found. */
function gaps({ trials, routes }: Survey): string[] {
  const working = new Set(
    trials.filter(({ links }) => links.length > 0).map(({ route }) => kindOf(route)),
  );
  const missing = ROUTE_KINDS.filter((kind) => !working.has(kind))
    .map((kind) => routeKinds[kind])
    .filter(({ survey }) => survey.isMissed);
  const isDated = routes.length === 0 || trials.some(({ links }) => links.some(hasDate));
  return [
    ...missing.map(({ label }) => `Not found: ${label}.`),
    ...(isDated ? [] : ['Not known: how fresh its routes are.']),
  ];
}

const hasDate = ({ published, updated }: Link): boolean => Boolean(published ?? updated);

/** The family that knew every article read; absent where they differ or none was read. */
export function familyOf({ samples }: Survey): string | undefined {
  const families = new Set(samples.filter(({ draft }) => draft).map(({ family }) => family));
  return families.size === 1 ? [...families][0] : undefined;
}

function pageNotes({ page }: Survey): string[] {
  const { requestedUrl, url, charset, charsetFrom, optOut } = page;
  const isMoved = new URL(requestedUrl).href !== new URL(url).href;
  return [
    ...(isMoved ? [`${requestedUrl} leads to ${url}.`] : []),
    `The encoding is ${charset} (told by ${charsetFrom}).`,
    ...(optOut
      ? [
          `The site reserves AI use (${optOut.line}): rights.respectAiOptOut decides what is published.`,
        ]
      : []),
  ];
}

function routeNotes({ trials }: Survey): string[] {
  const hubs = new Set(trials.flatMap(({ hub }) => hub ?? []));
  return [...hubs].map((hub) => `The feed names a hub that pushes it: ${hub}`);
}

function sampleNotes(survey: Survey): string[] {
  const { samples, page } = survey;
  if (samples.length === 0) {
    return [
      page.optOut?.binding ? 'No article was asked for.' : 'Not known: no article was found.',
    ];
  }
  const read = samples.filter(({ draft }) => draft);
  const dated = read.filter(({ draft }) => draft?.datePublished);
  const languages = new Set(read.flatMap(({ draft }) => draft?.inLanguage ?? []));
  return [
    `${read.length} of ${samples.length} pages read are articles, ${dated.length} state a date.`,
    ...(familyOf(survey) || read.length === 0
      ? []
      : ['The make of its pages is not known to a crawler.']),
    ...(samples.some(({ site }) => site?.amp)
      ? ['Pages have an AMP twin, tried where a page gives no text.']
      : []),
    ...(read.some(({ via }) => via === 'browser')
      ? ['Pages give their text only to a browser.']
      : []),
    ...([...languages].some((language) => !language.startsWith('ar'))
      ? [
          `Articles are in ${[...languages].join(', ')}: a route in another language than most is a source of its own.`,
        ]
      : []),
  ];
}

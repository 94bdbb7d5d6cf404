import type { CatalogueEntry } from '../../config/shipped-catalogue.ts';
import { kindOf, urlOf } from '../../line/discover/routes/index.ts';
import type { Verification } from '../../record/verification.ts';

/** The text of a source file for an entry of the catalogue, which says whether it was tried. */
export function sourceTextOf(entry: CatalogueEntry, known?: Verification): string {
  const { id, name, homepage, country, timeZone, language, discover, tags, kind, note } = entry;
  const lines = [
    '# yaml-language-server: $schema=../schema/source.v1.json',
    `# From the catalogue, ${known ? `${known.result} on ${known.day}` : 'not verified'}: marsad sources test ${id}`,
    ...(note ? [`# ${note}`] : []),
    `name: ${JSON.stringify(name)}`,
    `homepage: ${JSON.stringify(homepage)}`,
    ...(country ? [`country: ${country}`] : []),
    ...(country ? [`timeZone: ${timeZone}`] : ['# timeZone: is not known; fill it in.']),
    `language: ${JSON.stringify(language)}`,
    'discover:',
    ...discover.map((route) => `  - ${kindOf(route)}: ${JSON.stringify(urlOf(route))}`),
    `tags: [${[...new Set([kind, ...tags])].map((tag) => JSON.stringify(tag)).join(', ')}]`,
    'enabled: true',
  ];
  return `${lines.join('\n')}\n`;
}

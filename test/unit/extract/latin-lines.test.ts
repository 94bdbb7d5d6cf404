/** Lines of outlets of the region that publish in French and English: who wrote, and what is no text. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { chooseDates } from '../../../src/line/normalize/article-dates.ts';
import type { Reading } from '../../../src/record/reading.ts';

const PAGES = {
  fr: {
    site: 'Le Phare',
    headline: 'Le vieux pont de Tazmalt rouvre après deux ans de travaux',
    text: [
      'Le vieux pont de Tazmalt a rouvert dimanche matin, après deux années de travaux menés par la wilaya et une entreprise locale.',
      "Le chef du chantier explique que les arches d'origine ont été conservées et que la chaussée a été élargie d'un mètre.",
      'Les riverains attendaient cette réouverture depuis longtemps, car le détour par la vallée leur coûtait une demi-heure chaque jour.',
    ],
  },
  en: {
    site: 'The Beacon',
    headline: 'Old bridge at Tazmalt reopens after two years of work',
    text: [
      'The old bridge at Tazmalt reopened on Sunday morning after two years of work by the province and a local company.',
      'The site manager said the original arches were kept and the roadway was widened by a metre to let two cars pass.',
      'Residents had waited for the reopening for a long time, since the detour through the valley cost them half an hour a day.',
    ],
  },
} as const;
type Language = keyof typeof PAGES;

function read(language: Language, { above = '', below = '' }): Reading {
  const { site, headline, text } = PAGES[language];
  const html = `<html lang="${language}"><head><title>${headline} - ${site}</title><meta property="og:site_name" content="${site}"></head><body><header><a href="/">${site}</a></header><article><h1>${headline}</h1>${above}<div class="c">${text.map((line) => `<p>${line}</p>`).join('')}${below}</div></article></body></html>`;
  const reading = readArticle(parseDocument(html, 'https://beacon.example/n/7'), { crawlers: [] });
  if (reading.kind !== 'article') expect.unreachable(reading.reason);
  return reading;
}

const AUTHORS: readonly (readonly [Language, string, readonly string[]])[] = [
  ['fr', 'Par Nadia Kaci', ['Nadia Kaci']],
  ['fr', 'Par Nadia Kaci et Karim Aït-Ali', ['Nadia Kaci', 'Karim Aït-Ali']],
  ['fr', 'De notre correspondant à Béjaïa, Karim Aït-Ali', ['Karim Aït-Ali']],
  ['fr', 'Nadia Kaci | 20 novembre 2026 | 14h05', ['Nadia Kaci']],
  ['fr', 'Publié par Nadia Kaci le 20 novembre 2026', ['Nadia Kaci']],
  ['fr', 'Entretien réalisé par Nadia Kaci', ['Nadia Kaci']],
  ['fr', 'Reportage de Nadia Kaci', ['Nadia Kaci']],
  ['fr', 'Synthèse Nadia Kaci', ['Nadia Kaci']],
  ['fr', 'Jean-Pierre El-Khoury', ['Jean-Pierre El-Khoury']],
  ['fr', 'Par R. N.', ['R. N.']],
  ['fr', 'M. Ben Salah', ['M. Ben Salah']],
  ['fr', 'Par : Nadia Kaci - Photos : Karim Aït-Ali', ['Nadia Kaci']],
  ['fr', 'Par la rédaction', []],
  ['fr', 'Photos : Karim Aït-Ali', []],
  ['en', 'By NADIA KACI, Staff Reporter', ['NADIA KACI']],
  ['en', 'Nadia Kaci, Beacon Correspondent', ['Nadia Kaci']],
  [
    'en',
    'By Nadia Kaci, Omar El-Sayed & Huda Saleh',
    ['Nadia Kaci', 'Omar El-Sayed', 'Huda Saleh'],
  ],
  ['en', 'Written by: Nadia Kaci Edited by: Omar El-Sayed', ['Nadia Kaci']],
  ['en', 'Reporting by Nadia Kaci; Editing by Omar El-Sayed', ['Nadia Kaci']],
  ['en', 'By Nadia Kaci Nov. 20, 2026', ['Nadia Kaci']],
  ['en', 'Dr. Nadia Kaci', ['Dr. Nadia Kaci']],
  ['en', 'Story: Rana Abu-Hassan. Photos: Tom Ferris.', ['Rana Abu-Hassan']],
  ['en', 'By Staff Writer Nadia Kaci in Misrata Published: October 21, 2025', ['Nadia Kaci']],
  ['en', 'Photos by Nadia Kaci', []],
  ['en', 'By Reuters', []],
  ['en', 'Middle East', []],
];

describe('who wrote, in French and English', () => {
  it.each(AUTHORS)('%s: %s', (language, line, names) => {
    const { author, articleBody } = read(language, { above: `<p>${line}</p>` });
    expect([author?.value ?? [], articleBody?.value]).toEqual([names, PAGES[language].text]);
  });
});

const DATES: readonly (readonly [Language, string, string])[] = [
  ['fr', 'Mis en ligne le 20/11/2026', '2026-11-20T00:00'],
  ['fr', 'Publié le : 20/11/2026 - 14:05', '2026-11-20T14:05'],
  ['fr', 'le 20.11.2026 à 14 h 05', '2026-11-20T14:05'],
  ['fr', '1er novembre 2026', '2026-11-01T00:00'],
  ['en', 'FRI, 20-11-2026', '2026-11-20T00:00'],
  ['en', 'Nov 20th, 2026', '2026-11-20T00:00'],
];

describe('when it was published, in French and English', () => {
  it.each(DATES)('%s: %s', (language, line, minute) => {
    const { dates } = read(language, { above: `<p>${line}</p>` });
    const now = new Date('2026-11-28T10:00:00Z');
    const { published } = chooseDates(dates, { now, zone: 'UTC', distrustZone: false });
    expect(published?.value.instant.toISOString().slice(0, 16)).toBe(minute);
  });
});

const NO_TEXT: readonly (readonly [Language, string])[] = [
  ['fr', 'Mots-clés : pont, Tazmalt'],
  ['fr', 'Article précédent'],
  ['fr', 'Laisser un commentaire'],
  ['fr', 'Votre adresse e-mail ne sera pas publiée.'],
  ['fr', 'Soutenez le journalisme indépendant, faites un don'],
  ['fr', "Les propos de l'auteur n'engagent que lui."],
  ['en', 'Tags: bridge, Tazmalt'],
  ['en', 'Also read: Record harvest at Sfax this year'],
  ['en', 'Leave a comment'],
  ['en', 'Your email address will not be published.'],
  ['en', "The views expressed are the author's own and do not reflect those of The Beacon."],
  ['en', 'To read the full story in Arabic, click here'],
];
const TEXT: readonly (readonly [Language, string])[] = [
  ['fr', 'Les habitants soutiennent le maire et réclament un second passage pour les piétons.'],
  ['en', 'Support for the plan has grown, and local newsrooms have covered each council meeting.'],
  ['en', 'To read the inscription on the arch, one has to climb down to the water.'],
];

describe('a line of the page below the text', () => {
  it.each(NO_TEXT)('is left out: %s: %s', (language, line) => {
    const { articleBody } = read(language, { below: `<p>${line}</p>` });
    expect(articleBody?.value).toEqual(PAGES[language].text);
  });

  it.each(TEXT)('stays where it is of the text: %s: %s', (language, line) => {
    const { articleBody } = read(language, { below: `<p>${line}</p>` });
    expect(articleBody?.value).toEqual([...PAGES[language].text, line]);
  });
});

import type { PageObservation } from '../../../../src/line/extract/drift/observation.ts';

/** A source of random numbers, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Make = (number: number, random: () => number) => PageObservation;

/** A good reading of an article of an ordinary newsroom: 120 to 700 words, two sections in three named. */
export const article: Make = (number, random) => {
  const words = Math.round(120 * Math.exp(random() * 1.76));
  const has = (share: number): boolean => random() < share;
  const fields = ['headline', 'datePublished'] as const;
  return {
    address: `page-${number}`,
    isArticle: true,
    words,
    leftOut: Math.round(40 + random() * 60),
    fields: [
      ...fields,
      ...(has(0.85) ? (['author'] as const) : []),
      ...(has(0.95) ? (['articleSection'] as const) : []),
      ...(has(0.98) ? (['description', 'image'] as const) : []),
      ...(has(0.6) ? (['keywords'] as const) : []),
    ],
    places: {
      headline: 'h1',
      articleBody: 'div',
      datePublished: has(0.97) ? 'article:published_time' : 'visible',
      author: has(0.9) ? 'byline' : 'none',
    },
    headlineAgreement: has(0.93) ? 1 : 0.7,
    textAgreement: has(0.9) ? 1 : 0.8,
    paragraphs: Array.from({ length: 8 }, (_, at) => ({
      hash: `${number}-${at}`,
      length: 200,
      isBoilerplate: false,
    })),
    confidence: has(0.95) ? 0.93 : 0.85,
  };
};

const change =
  (
    make: Make,
    more: (one: PageObservation, random: () => number) => Partial<PageObservation>,
  ): Make =>
  (number, random) => {
    const one = make(number, random);
    return { ...one, ...more(one, random) };
  };

const without = (...names: string[]): Make =>
  change(article, ({ fields }) => ({ fields: fields.filter((name) => !names.includes(name)) }));

const menu = ['عن الموقع', 'خدمات', 'تواصل'].map((hash) => ({
  hash,
  length: 300,
  isBoilerplate: false,
}));

/** What a changed template may do to the reading of a source's pages. */
export const CHANGES: Readonly<Record<string, Make>> = {
  'the text is missed and stays on the page': change(article, ({ words }) => ({
    words: 35,
    leftOut: words,
    textAgreement: 0.3,
  })),
  'the text is missed, and no feed tells': change(article, ({ words }) => ({
    words: 35,
    leftOut: words + 60,
    textAgreement: undefined,
    headlineAgreement: undefined,
  })),
  'only the first paragraph is in the page': change(article, () => ({ words: 30, leftOut: 50 })),
  'no article is found': change(article, () => ({ isArticle: false })),
  'nine pages in ten hold none': (number, random) => ({
    ...article(number, random),
    isArticle: random() < 0.1,
  }),
  'the menu passes for text': change(article, ({ paragraphs }) => ({
    paragraphs: [...menu, ...paragraphs.slice(0, 4)],
  })),
  'the headline is a name of the site': change(article, () => ({ headlineAgreement: 0 })),
  'the date is lost': without('datePublished'),
  'the author is lost': without('author'),
  'the section is lost': without('articleSection'),
  'description and image are lost': without('description', 'image'),
  'the date stands elsewhere': change(article, ({ places }) => ({
    places: { ...places, datePublished: 'time' },
  })),
  'the selector finds nothing any more': change(article, ({ places }) => ({
    places: { ...places, articleBody: 'section' },
  })),
  'related texts are swallowed': change(article, ({ words }) => ({ words: words * 4 })),
  'the text is an advertisement': change(article, () => ({ textAgreement: 0.1 })),
  'every field is doubtful': change(article, () => ({ confidence: 0.6 })),
};

/** A gallery of pictures with a caption: short, without author and section. */
const gallery = change(article, () => ({
  words: 32,
  fields: ['headline', 'datePublished', 'image'],
  leftOut: 30,
}));

/** A flash of one sentence. */
const flash = change(article, () => ({
  words: 18,
  fields: ['headline', 'datePublished', 'articleSection'],
}));

const mixed = (share: number, other: Make): Make => {
  return (number, random) => (random() < share ? other : article)(number, random);
};

/** Every so many pages a run of another kind. */
const runs =
  (every: number, length: number, other: Make): Make =>
  (number, random) =>
    (number % every < length ? other : article)(number, random);

const opinion = change(article, ({ fields }) => ({
  words: 900,
  fields: fields.filter((name) => name !== 'image'),
  places: { headline: 'h1', articleBody: 'div', datePublished: 'time', author: 'author link' },
}));

/** What newsrooms do every day: none of it is a change of template. */
export const NORMAL: Readonly<Record<string, Make>> = {
  'articles of one kind': article,
  'a fifth of them flashes': mixed(0.2, flash),
  'single flashes': mixed(0.02, flash),
  'a day of galleries': (number, random) =>
    (number >= 150 && number < 169 ? gallery : article)(number, random),
  'galleries now and then': mixed(0.1, gallery),
  'a new author, printed as a link': (number, random) => {
    const one = article(number, random);
    const isNew = number > 150 && random() < 0.4;
    return isNew ? { ...one, places: { ...one.places, author: 'author link' } } : one;
  },
  'mixed sections of their own make': mixed(0.25, opinion),
  'a page of opinions every day': runs(40, 6, opinion),
  'one odd page in fifty': mixed(
    0.02,
    change(article, () => ({
      words: 15,
      leftOut: 600,
      headlineAgreement: 0,
      fields: [],
      confidence: 0.4,
    })),
  ),
  'a feed whose titles differ': change(article, (_, random) => ({
    headlineAgreement: random(),
    textAgreement: random(),
  })),
  'class names of every build': change(article, ({ places }, random) => ({
    places: { ...places, datePublished: `span.x${Math.round(random() * 1e6)}` },
  })),
  'a source of flashes alone': flash,
  'a third of the links hold no article': (number, random) => ({
    ...article(number, random),
    isArticle: random() > 0.33,
  }),
  'comments that come and go': change(article, (_, random) => ({
    leftOut: Math.round(Math.exp(random() * 7)),
  })),
};

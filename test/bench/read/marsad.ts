import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { type Boilerplate, learnBoilerplate } from '../../../src/line/extract/boilerplate.ts';
import { type Document, parseDocument } from '../../../src/line/extract/document.ts';
import type { ReadingContext } from '../../../src/line/extract/reading-context.ts';
import { chooseDates } from '../../../src/line/normalize/article-dates.ts';
import type { Reading } from '../../../src/record/reading.ts';
import type { Answer, BenchReader, ReaderContext } from './answer.ts';

/** After the newest replica page. */
const NOW = new Date('2026-12-01T00:00:00Z');

/** Marsad as a page's first visit meets it: no source file, no memory. */
export const marsad: BenchReader = {
  name: 'Marsad',
  read: (html, context) =>
    answerOf(readArticle(parseDocument(html, context.url), { crawlers }), context),
};

/** Marsad without its crawlers: what the generic reader does alone. */
export const marsadGeneric: BenchReader = {
  name: 'Marsad, no crawler',
  read: (html, context) =>
    answerOf(readArticle(parseDocument(html, context.url), { crawlers: [] }), context),
};

/** Marsad with the memory of each site, learnt from the pages in order. */
export function marsadWithMemory(): BenchReader {
  const memory = new Map<string, Boilerplate>();
  return {
    name: 'Marsad, site memory',
    read(html, context) {
      const document = parseDocument(html, context.url);
      const boilerplate = memory.get(context.site);
      memory.set(context.site, learnBoilerplate(boilerplate, document));
      return answerOf(
        readArticle(document, boilerplate ? { crawlers, boilerplate } : { crawlers }),
        context,
      );
    },
  };
}

/** The answer of a reading under some context. */
export function readAnswer(
  document: Document,
  { context, at }: { readonly context: ReadingContext; readonly at: ReaderContext },
): Answer {
  return answerOf(readArticle(document, context), at);
}

function answerOf(reading: ReturnType<typeof readArticle>, { zone }: ReaderContext): Answer {
  if (reading.kind !== 'article') return { body: '' };
  const { published } = chooseDates(reading.dates, { now: NOW, zone, distrustZone: false });
  return {
    body: reading.articleBody?.value.join('\n\n') ?? '',
    ...(reading.headline ? { headline: reading.headline.value } : {}),
    authors: reading.author?.value ?? [],
    sections: reading.articleSection?.value ?? [],
    ...(published ? { published: published.value.instant.toISOString() } : {}),
    confidence: {
      ...confidenceOf(reading),
      ...(published ? { published: published.evidence.confidence } : {}),
    },
  };
}

function confidenceOf({ headline, author, articleBody: body }: Reading): Record<string, number> {
  const fields = { headline, author, body };
  const known = Object.entries(fields).flatMap(([name, field]) =>
    field ? [[name, field.evidence.confidence] as const] : [],
  );
  return Object.fromEntries(known);
}

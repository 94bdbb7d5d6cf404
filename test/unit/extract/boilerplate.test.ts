import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import {
  type Boilerplate,
  isBoilerplate,
  learnBoilerplate,
} from '../../../src/line/extract/boilerplate.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const SLOGAN = 'صوت الناس في الحي وخارجه، نكتب ما نراه ونرى ما نكتبه.';

function page(number: number) {
  const text = `<p>انتهت أعمال الشارع رقم ${number} في الحي الغربي مساء أمس بعد شهرين من الحفر المتواصل.</p>`;
  const more = `<p>وأكد المقاول للسكان أن المرحلة ${number} كانت أصعب المراحل التي مرت بها فرق العمل.</p>`;
  const html = `<h1>انتهاء أعمال الشارع رقم ${number}</h1><div class="c">${text}${more}<p>${SLOGAN}</p></div>`;
  return parseDocument(html, `https://nahr.example/${number}`);
}

function learn(numbers: readonly number[]): Boilerplate | undefined {
  return numbers.reduce<Boilerplate | undefined>(
    (memory, one) => learnBoilerplate(memory, page(one)),
    undefined,
  );
}

function hasSlogan(boilerplate: Boilerplate | undefined): boolean {
  const context = boilerplate ? { crawlers: [], boilerplate } : { crawlers: [] };
  const reading = readArticle(page(9), context);
  return reading.kind === 'article' && (reading.articleBody?.value.includes(SLOGAN) ?? false);
}

describe('the memory of a site', () => {
  it('takes out from the third page on what the pages repeat', () => {
    expect(hasSlogan(undefined)).toBe(true);
    expect(hasSlogan(learn([1]))).toBe(true);
    expect(hasSlogan(learn([1, 2]))).toBe(false);
  });

  it('learns a page once, however often it is read', () => {
    expect(hasSlogan(learn([1, 1, 1, 1]))).toBe(true);
    expect(learn([1, 1, 1])?.pages).toBe(1);
  });

  const TEXT = [1, 2, 3].map(
    (at) =>
      `<p>عاد باعة السمك إلى الرصيف القديم في يومهم ${at} بعدما رممت البلدية سقف السوق كله.</p>`,
  );
  const article = (url: string, head = '', around = '') =>
    parseDocument(
      `<title>باعة السمك يعودون إلى الرصيف القديم | نهر</title>${head}<h1>باعة السمك يعودون إلى الرصيف القديم</h1><div class="c">${TEXT.join('')}</div>${around}`,
      url,
    );

  it.each<[string, readonly ReturnType<typeof parseDocument>[]]>([
    [
      'that state one canonical',
      ['/7', '/amp/7', '/m/7', '/7?fbclid=a'].map((path) =>
        article(
          `https://nahr.example${path}`,
          '<link rel="canonical" href="https://nahr.example/7">',
        ),
      ),
    ],
    [
      'that state none and print it among other things',
      ['/7', '/print.aspx?id=7', '/7/amp', '/share/7'].map((path) =>
        article(`https://nahr.example${path}`, '', `<p>طبعة ${path}</p>`),
      ),
    ],
    [
      'that state the home page',
      ['/7', '/m/7', '/7?utm_source=x', '/n/7'].map((path) =>
        article(
          `https://nahr.example${path}`,
          '<link rel="canonical" href="https://nahr.example/">',
        ),
      ),
    ],
  ])('counts an article once under addresses %s', (_name, documents) => {
    let memory: Boilerplate | undefined;
    for (const document of documents) {
      const reading = readArticle(document, {
        crawlers: [],
        ...(memory ? { boilerplate: memory } : {}),
      });
      expect(reading.kind === 'article' && reading.articleBody?.value.length).toBe(TEXT.length);
      memory = learnBoilerplate(memory, document);
      expect(memory.pages).toBe(1);
    }
  });

  it('stays small and forgets', () => {
    const memory = learn(Array.from({ length: 450 }, (_, index) => index));
    expect(memory?.counts.size).toBeLessThanOrEqual(2_000);
    expect(JSON.stringify([...(memory?.counts ?? [])]).length).toBeLessThan(60_000);
    expect(memory?.pages).toBeLessThan(200);
    expect(isBoilerplate(memory, SLOGAN)).toBe(true);
  });

  it('is not changed by learning', () => {
    const memory = learn([1, 2]);
    const before = structuredClone(memory);
    learnBoilerplate(memory, page(3));
    expect(memory).toEqual(before);
  });
});

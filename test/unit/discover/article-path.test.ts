import { describe, expect, it } from 'vitest';
import { canBeArticle, isArticlePath } from '../../../src/line/discover/section/path.ts';

const at = (path: string): string => `https://almina.example${path}`;

describe('the address of an article', () => {
  it.each([
    '/archives/123',
    '/archives/20263',
    '/archive/45871.html',
    '/archives/8812-iftitah-jisr',
    '/archives/2026/11/28/iftitah-jisr-jadid-fawq-alwadi',
    '/news/45871',
    '/2026/11/28/jisr',
    '/ar/افتتاح-جسر-جديد-فوق-الوادي',
    '/article.php?sid=30485',
    '/jobs/20871/wazaif-jadida',
  ])('is known: %s', (path) => {
    expect(isArticlePath(at(path))).toBe(true);
  });
});

describe('the address of a listing or of a page of the site itself', () => {
  it.each([
    '/',
    '/archives',
    '/archives/2026',
    '/archives/2026/11',
    '/archives/category/sea',
    '/archives/author/12',
    '/category/sea-2026',
    '/privacy-policy',
    '/privacy-policy/',
    '/privacy_policy.html',
    '/p/privacy-policy.html',
    '/ar/privacy-policy-and-terms/privacy-notice',
    '/terms-of-use',
    '/terms-and-conditions.php',
    '/about-us',
    '/contact_us.aspx',
    '/سياسة-الخصوصية',
    '/من-نحن',
    '/اتصل-بنا/',
    '/photo-2026.jpg',
  ])('is none: %s', (path) => {
    expect(canBeArticle(at(path)) && isArticlePath(at(path))).toBe(false);
  });

  it.each(['/privacy-policy', '/about-us', '/سياسة-الخصوصية', '/archives/2026'])(
    'is none however long its name is: %s',
    (path) => {
      expect(canBeArticle(at(path))).toBe(false);
    },
  );
});

import { matchKey } from '../../arabic/key.ts';
import { hasType } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { isPersonName } from './person.ts';
import type { Block } from './region.ts';

/** Types of schema.org that a page has as a whole, and an article never beside its own. */
const OTHER = /^(?:ProfilePage|ContactPage|AboutPage|CheckoutPage|SearchResultsPage)$/;

/** What the page's own data call it, where that is no article; undefined where they do not. */
export function findOtherType({ nodes, article, metadata }: PageFacts): string | undefined {
  if (article !== undefined) return undefined;
  // Systems print a time for every page that they keep, a vacancy among them.
  if (nodes.some((one) => hasType(one, /^JobPosting$/))) return 'JobPosting';
  if (metadata.meta.has('article:published_time')) return undefined;
  if (findMeta(metadata, ['og:type'])?.content === 'profile') return 'profile';
  const node = nodes.find((one) => hasType(one, OTHER));
  return node && [node['@type']].flat().map(String).join(', ');
}

/** Linked titles behind a life from which they are what the person wrote. */
const LEAST_TITLES = 5;

/** Longest life, in blocks and words: a column has more. */
const LIFE = { blocks: 6, words: 150 } as const;

/** How a life begins, by key: what its person does. */
const ROLE =
  /^(?:ال)?(?:كاتب|كاتبه|صحفي|صحفيه|صحافي|صحافيه|باحث|باحثه|روايي|روايءي|روائي|شاعر|شاعره|محرر|محرره|مراسل|مراسله|اعلامي|اعلاميه|استاذ|استاذه|محلل|ناقد|ناقده|مدون|مصور|journalist|writer|reporter|columnist|editor|author|researcher|journaliste|ecrivain|redacteur|redactrice|chroniqueur|chroniqueuse) /u;

/** What stands above the works of a person, by key. */
const WORKS =
  /^(?:(?:اخر|احدث|جميع|كل) )?(?:مقالات|مقالاته|مقالاتها|مقالات الكاتب|مقالات الكاتبه|كتاباته|كتاباتها|اعماله|اعمالها|تقاريره|تقاريرها|ارشيف الكاتب|(?:latest |recent |more )?(?:articles|stories|posts)(?: (?:by|from) .{1,40})?|(?:derniers )?(?:articles|ecrits)(?: de .{1,40})?)$/u;

/** A person's life with the titles that the person wrote: named by its headline, told by what stands around. */
export function isProfile(
  { document: { blocks }, siteNames, article, metadata }: PageFacts,
  { kept, headline }: { readonly kept: readonly Block[]; readonly headline: string },
): boolean {
  const last = kept.at(-1)?.index;
  if (last === undefined || kept.length > LIFE.blocks || article !== undefined) return false;
  const words = kept.reduce((sum, block) => sum + block.words, 0);
  if (words > LIFE.words || findMeta(metadata, ['og:type'])?.content === 'article') return false;
  if (!isPersonName(headline, siteNames)) return false;
  const behind = blocks.slice((kept[0]?.index ?? 0) + 1);
  const titles = behind.filter(({ linkShare, words }) => linkShare > 0.5 && words > 2);
  if (titles.length < LEAST_TITLES) return false;
  return (
    ROLE.test(matchKey(kept[0]?.text ?? '')) ||
    behind.some(({ text, words }) => words <= 6 && WORKS.test(matchKey(text)))
  );
}

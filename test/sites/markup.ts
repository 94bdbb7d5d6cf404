import type { SiteArticle } from './site.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML or XML character data, fit for an attribute in double quotes too. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

/** A CDATA section; an end mark inside the text is split over two sections (XML 1.0, 2.7). */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** JSON for a `<script>` element: `<` is escaped so that no text can close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** What a paragraph of a gold body is in the newsroom's own editor. */
export interface Block {
  kind: 'paragraph' | 'heading' | 'item' | 'quote';
  text: string;
}

/**
 * The paragraphs of an article's body with their kind. Which ones are not plain is said in
 * `print.heads`, `print.items` and `print.quotes`: their numbers from 1, separated by spaces.
 */
export function readBlocks(article: SiteArticle): Block[] {
  const numbers = (list: string | undefined) => new Set((list ?? '').split(' ').map(Number));
  const heads = numbers(article.print?.heads);
  const items = numbers(article.print?.items);
  const quotes = numbers(article.print?.quotes);
  return article.body.split('\n\n').map((text, index): Block => {
    const number = index + 1;
    if (heads.has(number)) return { kind: 'heading', text };
    if (items.has(number)) return { kind: 'item', text };
    return { kind: quotes.has(number) ? 'quote' : 'paragraph', text };
  });
}

/** Element names that a make writes for each kind of block; `item` gets its `<ul>` by itself. */
export type BlockTags = Partial<Record<Block['kind'], string>>;

/** A body as flow HTML, an entry a block or list, so that a site can put boxes in between. */
export function blocksHtml(blocks: readonly Block[], tags: BlockTags = {}): string[] {
  const parts: string[] = [];
  let list: string[] = [];
  const closeList = () => {
    if (list.length > 0) parts.push(`<ul>\n${list.join('\n')}\n</ul>`);
    list = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') {
      list.push(`<li>${escapeText(block.text)}</li>`);
      continue;
    }
    closeList();
    parts.push(blockHtml(block, tags[block.kind]));
  }
  closeList();
  return parts;
}

function blockHtml(block: Block, tag?: string): string {
  const text = escapeText(block.text);
  if (block.kind === 'quote' && !tag) return `<blockquote><p>${text}</p></blockquote>`;
  const name = tag ?? (block.kind === 'heading' ? 'h3' : 'p');
  return `<${name}>${text}</${name.split(' ')[0]}>`;
}

/** Up to `count` other articles of the site, those that follow this one first. */
export function othersThan(
  article: SiteArticle,
  articles: readonly SiteArticle[],
  count: number,
): SiteArticle[] {
  const at = articles.indexOf(article);
  return [...articles.slice(at + 1), ...articles.slice(0, Math.max(at, 0))].slice(0, count);
}

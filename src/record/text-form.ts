import type { BodyBlock } from './body-block.ts';
import { escapeHtml } from './html-escape.ts';

/** A form in which a record's text can be asked for. */
export type TextForm = 'plain' | 'markdown' | 'html';

/** What a text is made from; a record from before blocks were kept has its paragraphs alone. */
export interface BodyText {
  readonly articleBody: string;
  readonly bodyBlocks?: readonly BodyBlock[] | undefined;
}

/** The media type of a form (RFC 7763 for Markdown). */
export const MEDIA_TYPES: Readonly<Record<TextForm, string>> = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
};

/**
 * The text of a record in a form. HTML is made from the blocks alone and holds `h2` to `h6`, `p`,
 * `ul`, `ol`, `li`, `blockquote`, `br` and `a` with an address of the web; Markdown is CommonMark.
 * Every word of the site is escaped: none of it is markup.
 */
export function textIn(form: TextForm, { articleBody, bodyBlocks }: BodyText): string {
  if (form === 'plain') return articleBody;
  const blocks = (bodyBlocks ?? [{ kind: 'paragraph' as const, text: articleBody }]).flatMap(
    parted,
  );
  return form === 'html' ? htmlOf(blocks) : markdownOf(blocks);
}

/** A block of several paragraphs is as many blocks; one without text shows nothing. */
function parted(block: BodyBlock): BodyBlock[] {
  const texts = block.text.split(/\n{2,}/u).filter((text) => text.trim() !== '');
  return texts.map((text) => ({ ...block, text }));
}

/** Neighbours of one kind that make one element: the items of a list, the parts of a quotation. */
function grouped(blocks: readonly BodyBlock[]): BodyBlock[][] {
  const groups: BodyBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1)?.[0];
    const isMore =
      (block.kind === 'listItem' || block.kind === 'quote') &&
      last?.kind === block.kind &&
      last.ordered === block.ordered;
    if (isMore) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function htmlOf(blocks: readonly BodyBlock[]): string {
  return grouped(blocks).map(htmlGroup).join('\n');
}

function htmlGroup(group: readonly BodyBlock[]): string {
  const [first] = group;
  const texts = group.map((block) => linked(block, HTML));
  if (first?.kind === 'heading') return `<h${levelOf(first)}>${texts[0]}</h${levelOf(first)}>`;
  if (first?.kind === 'listItem') {
    const list = first.ordered ? 'ol' : 'ul';
    return `<${list}>\n${texts.map((text) => `<li>${text}</li>`).join('\n')}\n</${list}>`;
  }
  const paragraphs = texts.map((text) => `<p>${text}</p>`).join('\n');
  return first?.kind === 'quote' ? `<blockquote>\n${paragraphs}\n</blockquote>` : paragraphs;
}

/** The headline is the heading of the first level. */
const levelOf = ({ level = 2 }: BodyBlock): number => Math.max(2, level);

function markdownOf(blocks: readonly BodyBlock[]): string {
  return grouped(blocks).map(markdownGroup).join('\n\n');
}

function markdownGroup(group: readonly BodyBlock[]): string {
  const [first] = group;
  const texts = group.map((block) => linked(block, MARKDOWN));
  if (first?.kind === 'heading') {
    return `${'#'.repeat(levelOf(first))} ${(texts[0] ?? '').replaceAll('\\\n', ' ')}`;
  }
  if (first?.kind === 'listItem') {
    const mark = (at: number): string => (first.ordered ? `${at + 1}. ` : '- ');
    return texts.map((text, at) => mark(at) + indented(text, mark(at).length)).join('\n');
  }
  if (first?.kind !== 'quote') return texts.join('\n\n');
  return texts.map((text) => `> ${text.replaceAll('\n', '\n> ')}`).join('\n>\n');
}

const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`);

/** How words and links are written. */
interface Writer {
  readonly words: (text: string) => string;
  readonly link: (text: string, url: string) => string;
  /** What the whole block's text goes through at its line starts. */
  readonly lines: (text: string) => string;
}

const HTML: Writer = {
  words: (text) => escapeHtml(text).replaceAll('\n', '<br>\n'),
  link: (text, url) => `<a href="${escapeHtml(url)}">${text}</a>`,
  lines: (text) => text,
};

const MARKDOWN: Writer = {
  words: (text) =>
    text
      .replace(/[&<>]/gu, (sign) => escapeHtml(sign))
      .replace(/[\\`*_[\]~|!$^]/gu, '\\$&')
      // GitHub's readers make links of bare addresses, escapes and all.
      .replace(
        /(?<=\b(?:https?|ftp)):(?=\/\/)|(?<=\bwww)\.|@/giu,
        (sign) => `&#${sign.charCodeAt(0)};`,
      )
      .replaceAll('\n', '\\\n'),
  // An address that WHATWG wrote holds none of these signs but in text that is no address.
  link: (text, url) => `[${text}](<${url.replace(/[<>\\\s]/gu, encodeURIComponent)}>)`,
  lines: (text) =>
    text
      .split('\n')
      .map((line) =>
        line
          .trimStart()
          .replace(/^[#+\-=:]/u, '\\$&')
          .replace(/^(\d{1,9})([.)])/u, '$1\\$2'),
      )
      .join('\n'),
};

/** The text of a block with its links where their words stand, each word once. */
function linked({ text, links = [] }: BodyBlock, writer: Writer): string {
  let [done, rest] = ['', text];
  for (const link of links) {
    const at = rest.indexOf(link.text);
    if (at < 0 || !/^https?:\/\//iu.test(link.url)) continue;
    done += writer.words(rest.slice(0, at)) + writer.link(writer.words(link.text), link.url);
    rest = rest.slice(at + link.text.length);
  }
  return writer.lines(done + writer.words(rest));
}

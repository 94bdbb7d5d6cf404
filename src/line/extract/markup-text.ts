import { parseTree } from '../../markup.ts';
import { BIT } from './signal.ts';
import { walk } from './walk.ts';

/** What a string of markup holds beside text: pictures' captions, boxes of links. */
const LEFT_OUT = BIT.caption | BIT.related | BIT.share | BIT.ad;

/** Paragraphs of a text that stands in a JSON string: markup, or plain with line breaks. */
export function parseMarkup(text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!/<[a-z/!]/i.test(trimmed)) return plainParagraphs(trimmed);
  const { blocks, regions } = walk(parseTree(trimmed));
  return blocks
    .filter(
      ({ region, linkShare }) => linkShare < 0.9 && !((regions[region]?.signals ?? 0) & LEFT_OUT),
    )
    .map((block) => block.text);
}

function plainParagraphs(text: string): readonly string[] {
  return text
    .split(/\s*[\r\n]+\s*/)
    .map((line) =>
      line
        .replace(/&nbsp;|&amp;nbsp;/g, ' ')
        .replace(/&quot;/g, '"')
        .trim(),
    )
    .filter((line) => line !== '');
}

import type { Cheerio } from 'cheerio';
import type { Element } from 'domhandler';

/** A headline that is longer took the lead or the whole card with it, in UTF-16 units. */
const LONGEST = 300;

/** What a card's link says the article is called: its heading, its text, its title, its picture. */
export function headlineOf(anchor: Cheerio<Element>): string | undefined {
  const heading = anchor.find('h1,h2,h3,h4,h5,h6,[itemprop=headline]').first();
  const texts = [
    heading.text(),
    anchor.text(),
    anchor.attr('title') ?? '',
    anchor.find('img[alt]').attr('alt') ?? '',
  ].map((text) => text.replace(/\s+/gu, ' ').trim());
  return texts.find((text) => text !== '' && text.length <= LONGEST);
}

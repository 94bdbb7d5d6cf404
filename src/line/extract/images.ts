import { type Found, found } from '../../record/evidence.ts';
import { type Image, MOST_IMAGES } from '../../record/media.ts';
import { captionBehind, fileName, picturesOf } from './image.ts';
import type { PageFacts } from './page-facts.ts';
import { isPrivateAddress } from './private-address.ts';

/** All pictures of the article in their order, each once: its own first, then those in the text. */
export function readImages(
  facts: PageFacts,
  span: { from: number; to: number },
  own: Image | undefined,
): Found<readonly Image[]> | undefined {
  const inText = picturesOf(facts, span).map(({ placed, image }) => {
    const caption = captionBehind(facts.document, placed);
    return { ...image, ...(caption ? { caption } : {}) };
  });
  const images = new Map<string, Image>();
  for (const image of [...(own ? [own] : []), ...inText]) {
    const key = pictureKey(image.url);
    if (!images.has(key) && !isPrivateAddress(image.url)) images.set(key, image);
  }
  const all = [...images.values()].slice(0, MOST_IMAGES);
  const [first] = all;
  return (
    first && found(all, { from: own ? 'image, text' : 'text', text: first.url, confidence: 0.75 })
  );
}

/** One picture in two sizes is one: `-780x470.jpg`, `?w=780`. */
function pictureKey(url: string): string {
  return fileName(url).replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, '') || url;
}

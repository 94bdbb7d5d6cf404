import type { Block } from './region.ts';

/** What a run of text says of itself. */
type RunText = Pick<Block, 'text' | 'words' | 'linkShare' | 'boldShare' | 'afterImage'>;

/** Gathers the text between two block boundaries, with its linked and its bold share. */
export class Run {
  #text = '';
  #linked = 0;
  #bold = 0;
  #links = 0;
  #bolds = 0;
  #image = false;

  /** Length of the text so far, in UTF-16 units, leading space apart. */
  get length(): number {
    return this.#text.trimStart().length;
  }

  add(data: string): void {
    this.#text += data;
    if (this.#links === 0 && this.#bolds === 0) return;
    const length = data.trim().length;
    if (this.#links > 0) this.#linked += length;
    if (this.#bolds > 0) this.#bold += length;
  }

  enter(name: string): void {
    if (name === 'a') this.#links += 1;
    else if (name === 'b' || name === 'strong') this.#bolds += 1;
  }

  leave(name: string): void {
    if (name === 'a') this.#links -= 1;
    else if (name === 'b' || name === 'strong') this.#bolds -= 1;
  }

  meetImage(): void {
    this.#image = true;
  }

  /** Ends the run: its text, or undefined where it holds none. */
  end(): RunText | undefined {
    if (this.#text === '') return undefined;
    const text = this.#text.replace(/\s+/g, ' ').trim();
    const linkShare = Math.min(1, this.#linked / text.length);
    const boldShare = Math.min(1, this.#bold / text.length);
    const afterImage = this.#image;
    this.#text = '';
    this.#linked = 0;
    this.#bold = 0;
    if (text === '') return undefined;
    this.#image = false;
    return { text, words: wordsOf(text), linkShare, boldShare, afterImage };
  }
}

function wordsOf(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

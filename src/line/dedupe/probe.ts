import { unpacked } from './sample.ts';
import { WIDTH } from './slot.ts';

/** A new text as it is compared with stored ones: the packed probe, opened once. */
export interface Probe {
  /** Smallest shingles, in order. */
  readonly shingles: readonly number[];
  readonly words: ReadonlySet<number>;
  /** Bit positions, two a word, of a fair sample of its words. */
  readonly sampleBits: readonly number[];
  /** Bit positions, two a word, of its subject. */
  readonly subjectBits: readonly number[];
  readonly numbers: readonly number[];
  readonly pairs: readonly number[];
}

/** Sections and their widths, in the order in which they are packed. */
const WIDTHS = [WIDTH.shingle, WIDTH.word, 2, 2, WIDTH.number, WIDTH.number] as const;

/** Opens the packed probe of a sketch. */
export function openProbe(bytes: Uint8Array): Probe {
  let offset = WIDTHS.length * 2;
  const sections = WIDTHS.map((width, section) => {
    const values = unpackedList(bytes, { offset, count: unpacked(bytes, section * 2, 2), width });
    offset += values.length * width;
    return values;
  });
  const [shingles = [], words = [], sampleBits = [], subjectBits = [], numbers = [], pairs = []] =
    sections;
  return { shingles, words: new Set(words), sampleBits, subjectBits, numbers, pairs };
}

/** `count` integers of one width from `offset` on. */
export function unpackedList(
  bytes: Uint8Array,
  { offset, count, width }: { offset: number; count: number; width: number },
): number[] {
  return Array.from({ length: count }, (_, index) =>
    unpacked(bytes, offset + index * width, width),
  );
}

import { expect, it } from 'vitest';
import { Size, sizeBytes } from '../../../src/config/size.ts';

it.each([
  ['500KB', 500_000],
  ['20MB', 20_000_000],
  ['1GB', 1_000_000_000],
])('%s is %i bytes', (text, bytes) => {
  expect(sizeBytes(Size.parse(text))).toBe(bytes);
});

it.each(['1', '1 GB', '1gb', '1GiB', '-1MB', '1.5GB', ''])('%j is no size', (text) => {
  expect(Size.safeParse(text).success).toBe(false);
});

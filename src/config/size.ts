import { z } from 'zod';

/** `500MB`, `1GB`: a size in bytes with a decimal unit (IEC 80000-13). */
export const Size = z
  .string()
  .regex(/^\d{1,6}(KB|MB|GB)$/u, 'a size such as 500KB, 20MB or 1GB')
  .describe('A size: 500KB, 20MB, 1GB');

const UNIT_BYTES: Readonly<Record<string, number>> = {
  KB: 1000,
  MB: 1_000_000,
  GB: 1_000_000_000,
};

/** Bytes of a size that {@link Size} accepted; 0 for any other text. */
export function sizeBytes(text: string): number {
  const match = /^(\d+)(KB|MB|GB)$/u.exec(text);
  return match ? Number(match[1]) * (UNIT_BYTES[match[2] ?? ''] ?? 0) : 0;
}

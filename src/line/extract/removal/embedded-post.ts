import type { RemovalRule } from './removal-rule.ts';

/** The line under an embedded post: `— فلان (@account) May 5, 2026`. */
const SIGNATURE = /^[—–-]\s?[^()]{1,60}\(@\w{1,30}\)/;

/** The signature of a post that was embedded from a network; its text is a quote and stays. */
export const embeddedReason: RemovalRule = ({ block }) =>
  isPostSignature(block.text) ? 'the signature of an embedded post' : undefined;

/** True for such a line: its day is the post's. */
export const isPostSignature = (text: string): boolean => SIGNATURE.test(text);

import type { Region } from './region.ts';
import { BIT } from './signal.ts';

/** A field for an address of mail. */
const MAIL = /e-?mail|بريد/i;

/** True for the attributes of a field that asks for an address of mail. */
export function asksForMail(attribs: Readonly<Record<string, string>>): boolean {
  const { type = '', name = '', placeholder = '', id = '' } = attribs;
  return type === 'email' || MAIL.test(`${name} ${id} ${placeholder}`);
}

/** Largest box around such a field, in blocks: title, promise, button, terms. */
const SIGN_UP_BLOCKS = 5;

/** Marks the boxes that ask for an address of mail, whatever their class, as forms. */
export function markSignUps(regions: readonly Region[], fields: readonly number[]): void {
  for (const field of fields) {
    let box = regions[field];
    for (let around = box; around && around.to - around.from <= SIGN_UP_BLOCKS; ) {
      box = around;
      around = regions[around.parent];
    }
    if (box && box.to - box.from <= SIGN_UP_BLOCKS) box.signals |= BIT.form;
  }
}

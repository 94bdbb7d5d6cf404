import { cpuMs } from '../cpu.ts';
import type { FuzzTarget } from './target.ts';

/** A target with faults in it: what the frame is held to. */
export const target: FuzzTarget = {
  extension: 'txt',
  corpus: () => ['one two three four'],
  token: /\w+/gu,
  pieces: ['boom', 'boom', 'wrong', 'wrong', 'endless', 'slow'],
  isEncoded: false,
  msPerKilobyte: 1,
  check(input) {
    const text = input.toString();
    if (text.includes('boom')) Reflect.get(JSON.parse('null'), 'x');
    while (text.includes('endless'));
    const end = cpuMs() + 350;
    while (text.includes('slow') && cpuMs() < end);
    return text.includes('wrong') ? 'not right: wrong' : undefined;
  },
};

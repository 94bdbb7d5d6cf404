import { describe, expect, it } from 'vitest';
import { turns } from '../../../src/state/turns.ts';

/** Work that says when it begins, and ends when it is told to. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, (fails?: boolean) => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name);
      ends.set(name, (fails = false) => (fails ? reject(new RangeError(name)) : resolve(name)));
    });
  const end = async (name: string, fails?: boolean): Promise<void> => {
    ends.get(name)?.(fails);
    await new Promise(setImmediate);
  };
  return { begun, work, end };
}

describe('turns', () => {
  it('let what shares a key wait, and nothing else', async () => {
    const [inTurn, { begun, work, end }] = [turns(), works()];
    const all = [
      inTurn([1, 2], work('a')),
      inTurn([2, 3], work('b')),
      inTurn([4], work('c')),
      inTurn([3, 1], work('d')),
    ];
    await end('none');
    expect(begun).toEqual(['a', 'c']);
    await end('c');
    await end('a');
    expect(begun).toEqual(['a', 'c', 'b']);
    await end('b');
    await end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after what fails', async () => {
    const [inTurn, { begun, work, end }] = [turns(), works()];
    const failed = inTurn([1], work('a'));
    const next = inTurn([1], work('b'));
    const told = expect(failed).rejects.toThrow('a');
    await end('none');
    await end('a', true);
    await told;
    await end('b');
    expect(await next).toBe('b');
    expect(begun).toEqual(['a', 'b']);
  });
});

import { StateError } from '../errors.ts';

/**
 * The wait is made of so many parts. Where this process or its machine stood still, a timer fires late; it then
 * counts as one part, and the answer that came in meanwhile is read before the next part ends.
 */
const PARTS = 8;

/**
 * The answer of Redis, where it comes within `ms`.
 * @throws StateError where it does not come in time, or the error that `late` makes
 */
export async function answeredWithin<T>(
  asked: Promise<T>,
  ms: number,
  late = (): Error => new StateError(`Redis did not answer within ${ms} ms`),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const waitFor = (parts: number): void => {
      timer = setTimeout(() => {
        if (parts > 1) waitFor(parts - 1);
        else reject(late());
      }, ms / PARTS);
      timer.unref();
    };
    waitFor(PARTS);
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
    asked.catch(() => undefined);
  }
}

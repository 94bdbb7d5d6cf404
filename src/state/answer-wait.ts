import { StateError } from '../errors.ts';

/**
 * The wait is made in so many parts. A timer that fires late, since this process or its machine stood
 * still, counts as one of them: what came in meanwhile is read before the next.
 */
const PARTS = 8;

/**
 * What was asked of Redis, where it answers within `ms`.
 * @throws StateError where it does not; `late` makes another of it
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

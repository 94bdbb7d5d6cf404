import { StateError } from '../errors.ts';

/**
 * The value, or an error after `ms`: a Redis client without connection keeps commands waiting for
 * ever, and a page that waits for ever tells an operator nothing.
 * @throws StateError where the time runs out
 */
export async function within<T>(ms: number, value: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const hint = 'Look whether Redis is up and reachable; the page comes back with it.';
      reject(new StateError(`The state did not answer within ${ms} ms`, { hint }));
    }, ms);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

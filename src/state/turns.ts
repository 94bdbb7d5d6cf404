/** Runs work after all that was begun before it under one of the same keys. */
export type InTurn = <T>(keys: readonly number[], work: () => Promise<T>) => Promise<T>;

/**
 * Turns by key, within this process. Each waits only for what came before it, so that nobody waits in a
 * circle; what fails ends its turn as what succeeds does.
 */
export function turns(): InTurn {
  const last = new Map<number, Promise<void>>();
  return async (keys, work) => {
    const before = new Set(keys.flatMap((key) => last.get(key) ?? []));
    let end = (): void => undefined;
    const own = new Promise<void>((resolve) => {
      end = resolve;
    });
    for (const key of keys) last.set(key, own);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      for (const key of keys) if (last.get(key) === own) last.delete(key);
      end();
    }
  };
}

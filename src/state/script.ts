import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';

/** A Lua script of `scripts/`, loaded once and called by its digest. */
export type Script = (redis: Redis, keys: string[], args: (string | number)[]) => Promise<unknown>;

/**
 * Loads `scripts/<name>.lua`. The call sends the digest and, where Redis does not hold the script
 * (after a restart), the text itself.
 * @throws StateError on a call that Redis refuses, with its message.
 */
export function loadScript(name: string): Script {
  const lua = readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8');
  const command = `marsad_${name.replaceAll('-', '_')}`;
  return async (redis, keys, args) => {
    if (!(command in redis)) redis.defineCommand(command, { lua });
    const call: unknown = Reflect.get(redis, command);
    if (typeof call !== 'function') throw new StateError(`Script ${name} could not be defined`);
    try {
      return await call.call(redis, keys.length, ...keys, ...args);
    } catch (cause) {
      throw new StateError(`Script ${name} was refused: ${String(cause)}`, { cause });
    }
  };
}

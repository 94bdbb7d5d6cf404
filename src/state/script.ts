import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';

/** A Lua script of `scripts/`, loaded once and called by its digest. */
export type Script = (
  redis: Redis,
  keys: string[],
  args: (string | number | Buffer)[],
) => Promise<unknown>;

/**
 * Loads `scripts/<name>.lua`. The call sends the digest and, where Redis does not hold the script
 * (after a restart), the text itself.
 * With `hasBytes` strings of the reply come as Buffers: slots and bit fields are no text.
 * @throws StateError on a call that Redis refuses, with its message.
 */
export function loadScript(name: string, { hasBytes = false } = {}): Script {
  const lua = readLua(name);
  const command = `marsad_${name.replaceAll('-', '_')}`;
  return async (redis, keys, args) => {
    if (!(command in redis)) redis.defineCommand(command, { lua });
    const call: unknown = Reflect.get(redis, hasBytes ? `${command}Buffer` : command);
    if (typeof call !== 'function') throw new StateError(`Script ${name} could not be defined`);
    try {
      return await call.call(redis, keys.length, ...keys, ...args);
    } catch (cause) {
      throw new StateError(`Script ${name} was refused: ${String(cause)}`, { cause });
    }
  };
}

/** A line of a script that stands for the text of another one. */
const INCLUDE = /^--- include ([a-z-]+)$/gmu;

/** Redis 7 scripts have no modules: each subject has its file, and they are joined when loaded. */
function readLua(name: string): string {
  const lua = readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8');
  return lua.replace(INCLUDE, (_line, part: string) => readLua(part));
}

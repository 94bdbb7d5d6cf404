import type { Redis } from 'ioredis';

/**
 * Lets a client send all commands of one turn of the event loop in one write: a write is a system
 * call, which costs more than the command in it, and jobs that run side by side send several at
 * once. Unlike the client's own `enableAutoPipelining` it builds no pipeline, which costs as much
 * again, and it holds for scripts that are defined later too.
 */
export function coalesceWrites(redis: Redis): Redis {
  const send = redis.sendCommand.bind(redis);
  let isCorked = false;
  redis.sendCommand = (...args) => {
    const { stream } = redis;
    if (!isCorked && stream?.writable) {
      isCorked = true;
      stream.cork();
      // After the turn's own callbacks and the promises that they settle.
      process.nextTick(() => {
        isCorked = false;
        stream.uncork();
      });
    }
    return send(...args);
  };
  return redis;
}

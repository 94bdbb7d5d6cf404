import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** When a process that has a role was last heard of. */
export interface Heartbeat {
  readonly role: string;
  /** Names the process among all machines. */
  readonly process: string;
  /** Unix ms. */
  readonly at: number;
}

/** Which processes of the installation live, as they report themselves. */
export interface Heartbeats {
  readonly beat: (roles: readonly string[], process: string, at: number) => Promise<void>;
  /** All of the last two days, the newest first. */
  readonly all: () => Promise<Heartbeat[]>;
}

/**
 * A process that is silent for two days is forgotten; until then it is reported as missing. A crontab of
 * once a day is asked for after 26 hours (`src/operate/health.ts`), and has to be known then.
 */
const KEPT_MS = 2 * 86_400_000;

/** One sorted set: role and process → when it was last heard of. */
export function heartbeats(redis: Redis, keys: Keys): Heartbeats {
  const key = keys.of('heartbeats');
  return {
    async beat(roles, process, at) {
      const members = roles.flatMap((role) => [at, `${role} ${process}`]);
      await redis
        .pipeline()
        .zadd(key, ...members)
        .zremrangebyscore(key, '-inf', at - KEPT_MS)
        .pexpire(key, KEPT_MS)
        .exec();
    },
    async all() {
      const found = await redis.zrange(key, '+inf', '-inf', 'BYSCORE', 'REV', 'WITHSCORES');
      return found.flatMap((member, index) => {
        if (index % 2 === 1) return [];
        const [role = '', process = ''] = member.split(' ');
        return [{ role, process, at: Number(found[index + 1]) }];
      });
    },
  };
}

import { readFileSync } from 'node:fs';
import type { Settings } from '../config/settings.ts';
import { ConfigError } from '../errors.ts';
import { keysOf } from '../state/keys.ts';
import { hostPortOf, type RedisTopology } from '../state/redis-topology.ts';

/**
 * How the Redis of the settings is found and spoken to; certificates are read, passwords taken from
 * the environment.
 * @throws ConfigError where a file cannot be read, or a variable is not set
 */
export function topologyOf({ redis, name }: Settings): RedisTopology {
  const { tls, sentinel, cluster } = redis;
  return {
    ...(tls ? { tls: filesOf(tls) } : {}),
    ...(sentinel
      ? {
          sentinel: {
            hosts: sentinel.hosts.map(hostPortOf),
            ...(sentinel.password ? { password: variableOf(sentinel.password) } : {}),
          },
        }
      : {}),
    ...(cluster
      ? { cluster: { hosts: cluster.map(hostPortOf), key: keysOf(name).of('probe') } }
      : {}),
  };
}

type Files = NonNullable<Settings['redis']['tls']>;

function filesOf({ ca, cert, key }: Files): NonNullable<RedisTopology['tls']> {
  return {
    ...(ca ? { ca: textOf(ca) } : {}),
    ...(cert ? { cert: textOf(cert) } : {}),
    ...(key ? { key: textOf(key) } : {}),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`redis.tls: ${file} cannot be read`, {
      cause,
      hint: 'Name a PEM file that this user may read.',
    });
  }
}

/** `env:NAME` names a variable. */
function variableOf(text: string): string {
  const name = text.slice('env:'.length);
  const value = process.env[name];
  if (value) return value;
  throw new ConfigError(`redis.sentinel.password: the variable ${name} is not set`, {
    hint: 'Set it in the environment of the service.',
  });
}

import type { Redis } from 'ioredis';

/** What a Redis did since it was started. */
export interface RedisCost {
  readonly commands: number;
  /** In and out, over the network or the socket. */
  readonly bytes: number;
  readonly cpuSeconds: number;
  readonly usedBytes: number;
}

/** Reads it from INFO (stats, cpu, memory). */
export async function redisCost(redis: Redis): Promise<RedisCost> {
  const info = await redis.info();
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:([\\d.]+)`, 'mu').exec(info)?.[1] ?? 0);
  return {
    commands: of('total_commands_processed'),
    bytes: of('total_net_input_bytes') + of('total_net_output_bytes'),
    cpuSeconds: of('used_cpu_user') + of('used_cpu_sys'),
    usedBytes: of('used_memory'),
  };
}

/** What was added between two readings, over a count of something. */
export function costOfEach(before: RedisCost, after: RedisCost, count: number): RedisCost {
  return {
    commands: (after.commands - before.commands) / count,
    bytes: (after.bytes - before.bytes) / count,
    cpuSeconds: (after.cpuSeconds - before.cpuSeconds) / count,
    usedBytes: (after.usedBytes - before.usedBytes) / count,
  };
}

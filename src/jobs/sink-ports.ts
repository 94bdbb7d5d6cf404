import type { Queue } from 'bullmq';
import type { Delivery, SinkPorts } from '../line/deliver/sink.ts';
import { appendToStream, streamKey } from '../state/article-stream.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import { openArticleQueue } from './queues.ts';

/** The id of a delivery's job: BullMQ keeps `:` for itself, so the key's is a hyphen here. */
const jobId = ({ key }: Delivery): string => key.replaceAll(':', '-');

/** Plugs queues and streams into the sinks. `close` closes the queues it opened. */
export function articleSinkPorts(
  redis: RedisClient,
  keys: Keys,
): SinkPorts & { close: () => Promise<void> } {
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const queue = queues.get(name) ?? openArticleQueue(redis, keys, name);
    queues.set(name, queue);
    return queue;
  };
  return {
    async enqueue(name, deliveries) {
      const jobs = deliveries.map((one) => ({
        name: one.record.change,
        data: one.record,
        opts: { jobId: jobId(one) },
      }));
      await queueOf(name).addBulk(jobs);
    },
    append: (name, deliveries, keep) =>
      appendToStream(redis, streamKey(keys, name), {
        keep,
        entries: deliveries.map(({ logId, key, record }) => ({
          logId,
          key,
          record: JSON.stringify(record),
        })),
      }),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

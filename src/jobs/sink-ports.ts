import type { Queue } from 'bullmq';
import { SinkError, SinkFullError } from '../errors.ts';
import { jsonOf } from '../line/deliver/shape.ts';
import type { Delivery, Poster, QueueBound, SinkPorts } from '../line/deliver/sink.ts';
import { openJsonPoster } from '../line/fetch/json-post.ts';
import { parseRetryAfter } from '../line/fetch/retry-after.ts';
import { appendToStream } from '../state/article-stream.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import { openArticleQueue } from './queues.ts';
import { KnownJson } from './record-queue.ts';

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
    enqueue: (name, deliveries, bound) => enqueue(queueOf(name), deliveries, bound),
    append: (name, deliveries, keep) =>
      appendToStream(
        redis,
        { keys, name },
        {
          keep,
          entries: deliveries.map((one) => ({
            id: one.id,
            revision: one.revision,
            logId: one.logId,
            record: jsonOf(one),
            isAgain: one.isReplayed === true,
          })),
        },
      ),
    openPoster: ({ timeout, allowHosts }) => openPoster(timeout, allowHosts),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** Receivers see who posts. */
const USER_AGENT = 'Marsad';

/** The longest wait that a receiver can order. */
const LONGEST_WAIT_MS = 86_400_000;

function openPoster(timeoutMs: number, allowHosts: readonly string[]): Poster {
  const { post, close } = openJsonPoster({ allowHosts, timeoutMs, userAgent: USER_AGENT });
  return {
    post: async (request) => {
      const { status, headers } = await post(request);
      const wait = parseRetryAfter(headers['retry-after'], Date.now());
      return {
        status,
        retryAfterMs: wait === undefined ? undefined : Math.min(wait, LONGEST_WAIT_MS),
      };
    },
    close,
  };
}

/** @throws SinkFullError where the queue has no room and records wait for it; SinkError where Redis refuses */
async function enqueue(
  queue: Queue,
  deliveries: readonly Delivery[],
  bound: QueueBound,
): Promise<void> {
  try {
    await makeRoom(queue, deliveries.length, bound);
    for (const one of deliveries.filter(({ isReplayed }) => isReplayed)) await forget(queue, one);
    const jobs = deliveries.map((one) => ({ one, data: new KnownJson(jsonOf(one)) }));
    // Commands of one turn go in one write, in their order. The library's `addBulk` takes nearly twice
    // the time for as many: it copies the whole batch once more.
    const adding = jobs.map(({ one, data }) => queue.add(one.change, data, { jobId: jobId(one) }));
    // Where one fails the batch is tried again: none of the others may then be on its way still.
    await Promise.allSettled(adding);
    await Promise.all(adding);
  } catch (cause) {
    // What cannot be made JSON is the record's fault, not the queue's.
    if (cause instanceof SinkError || cause instanceof TypeError) throw cause;
    throw new SinkError(`Queue ${queue.name} does not take records: ${String(cause)}`, { cause });
  }
}

/** BullMQ would ignore the replayed job while a finished job has its id. */
async function forget(queue: Queue, one: Delivery): Promise<void> {
  const job = await queue.getJob(jobId(one));
  if (job && !(await job.isActive())) await job.remove();
}

async function makeRoom(queue: Queue, count: number, { most, onFull }: QueueBound): Promise<void> {
  const waiting = await queue.getWaitingCount();
  if (waiting + count <= most) return;
  if (onFull === 'wait') {
    throw new SinkFullError(`${waiting} records wait in the queue ${queue.name} for a consumer`, {
      hint: 'Start a consumer, take the sink out of marsad.yaml, or set onFull: dropOldest.',
    });
  }
  const oldest = await queue.getWaiting(0, waiting + count - most - 1);
  for (const job of oldest) await job.remove();
}

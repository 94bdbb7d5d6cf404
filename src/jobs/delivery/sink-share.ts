import type { Deliverers, LivingDeliverers } from '../../state/deliverers.ts';

/** Which sinks this process delivers to, of those that several processes could. */
export interface SinkShare {
  readonly isOurs: (sink: string) => boolean;
  readonly stop: () => Promise<void>;
}

/** A deliverer that starts gets its share within that time; one that died is noticed much later. */
const LOOK_MS = 2000;

/**
 * Which deliverer serves which sink: each sink goes to a deliverer that has it in its settings and has the
 * fewest sinks so far. All compute the same shares from the same names; where they see different names for a
 * moment, the lease of a sink still belongs to one of them.
 */
export function shareOf(deliverers: LivingDeliverers): ReadonlyMap<string, string> {
  const owners = [...deliverers.keys()].sort();
  const servers = new Map<string, string[]>();
  for (const owner of owners) {
    for (const sink of new Set(deliverers.get(owner))) {
      servers.set(sink, [...(servers.get(sink) ?? []), owner]);
    }
  }
  const counts = new Map(owners.map((owner) => [owner, 0]));
  // What few can serve comes first, or these would get a share of the others beside it.
  const sinks = [...servers].sort(
    ([a, ofA], [b, ofB]) => ofA.length - ofB.length || a.localeCompare(b, 'en'),
  );
  return new Map(
    sinks.map(([sink, able]) => {
      const fewest = Math.min(...able.map((owner) => counts.get(owner) ?? 0));
      const owner = able.find((one) => counts.get(one) === fewest) ?? '';
      counts.set(owner, fewest + 1);
      return [sink, owner];
    }),
  );
}

/** Reports this process as a deliverer and reads which others there are, until it is stopped. */
export async function openSinkShare(
  deliverers: Deliverers,
  { owner, sinks }: { owner: string; sinks: readonly string[] },
): Promise<SinkShare> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let share: ReadonlyMap<string, string> = new Map();
  const look = async (): Promise<void> => {
    await deliverers.announce(owner, sinks);
    share = shareOf(await deliverers.all());
  };
  let looking = Promise.resolve();
  const lookAgain = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      // While Redis is away nobody delivers; the share stays as it was.
      looking = look()
        .catch(() => undefined)
        .then(lookAgain);
    }, LOOK_MS);
  };
  await look();
  lookAgain();
  return {
    isOurs: (sink) => (share.get(sink) ?? owner) === owner,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      // A report that is on its way would bring it back.
      await looking;
      await deliverers.leave(owner);
    },
  };
}

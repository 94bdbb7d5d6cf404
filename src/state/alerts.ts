import type { Redis } from 'ioredis';
import {
  ALERT_CONDITIONS,
  AlertLedger,
  AlertView,
  EMPTY_LEDGER,
  type HeldAlert,
} from '../record/alert.ts';
import type { Keys } from './keys.ts';

/** The alerts of an installation: what holds, what is over, and whose turn it is to tell. */
export interface Alerts {
  /** What holds now, the latest first. */
  readonly open: () => Promise<AlertView[]>;
  /** What is over, the latest end first. */
  readonly past: () => Promise<AlertView[]>;
  readonly load: () => Promise<AlertLedger>;
  /** Keeps the ledger, and those that are over at `now` among the past. */
  readonly save: (ledger: AlertLedger, ended?: readonly HeldAlert[]) => Promise<void>;
  /** Takes the turn for half a minute: of several processes one tells. */
  readonly takeTurn: (process: string) => Promise<boolean>;
  /** Leaves the turn to another after a pause. */
  readonly endTurn: () => Promise<void>;
}

/** What was told a month ago may be told anew. */
const KEPT_MS = 30 * 86_400_000;

/** Some weeks of a bad month; what is older stands in the log. */
const PAST_MOST = 500;

/** A turn with all its sending; a process that died in it holds the others up for so long. */
const TURN_MS = 30_000;

/** The conditions are checked no more often than that, however many processes there are. */
const PAUSE_MS = 10_000;

/** A ledger, a list of what is over, and a turn. */
export function alerts(redis: Redis, keys: Keys): Alerts {
  const load = async (): Promise<AlertLedger> => {
    const text = await redis.get(keys.of('alerts'));
    // A ledger of another release is begun anew: what holds is told once more.
    const read = AlertLedger.safeParse(text === null ? undefined : JSON.parse(text));
    return read.success ? read.data : EMPTY_LEDGER;
  };
  return {
    open: async () =>
      (await load()).held
        .filter(({ clearedAt }) => clearedAt === undefined)
        .toSorted((a, b) => b.since - a.since)
        .map(viewOf),
    past: async () => {
      const lines = await redis.lrange(keys.of('alerts-past'), 0, PAST_MOST - 1);
      // An alert that is over and was not sent yet stays in the ledger.
      const waiting = (await load()).held.filter(({ clearedAt }) => clearedAt !== undefined);
      const known = lines.flatMap((line) => AlertView.safeParse(JSON.parse(line)).data ?? []);
      return [...waiting.map(viewOf), ...known];
    },
    load,
    async save(ledger, ended = []) {
      const write = redis.multi().set(keys.of('alerts'), JSON.stringify(ledger), 'PX', KEPT_MS);
      if (ended.length > 0) {
        const past = keys.of('alerts-past');
        write.lpush(past, ...ended.map((one) => JSON.stringify(viewOf(one))));
        write.ltrim(past, 0, PAST_MOST - 1).pexpire(past, KEPT_MS);
      }
      await write.exec();
    },
    takeTurn: async (process) =>
      (await redis.set(keys.of('alerts-turn'), process, 'PX', TURN_MS, 'NX')) === 'OK',
    endTurn: async () => {
      await redis.pexpire(keys.of('alerts-turn'), PAUSE_MS);
    },
  };
}

function viewOf({ condition, subject, detail, since, clearedAt }: HeldAlert): AlertView {
  const until = clearedAt === undefined ? {} : { until: new Date(clearedAt).toISOString() };
  const level = ALERT_CONDITIONS[condition];
  return { condition, level, subject, detail, since: new Date(since).toISOString(), ...until };
}

import { subscriptions } from '../../../../src/state/subscriptions.ts';
import type { Place, ScriptCases } from './script-case.ts';

const claim =
  (now: number, most = 10) =>
  ({ redis, keys }: Place) =>
    subscriptions(redis, keys).claim(now, most);

const due = (zset: Record<string, number>) => ({ subscriptions: { zset } });

/** Claimed work must be over within two minutes. */
const PUT_OFF = 120_000;

/** What is due is given to one process, and put off for the others. */
export const subscriptionsClaim: ScriptCases = {
  'gives what is due, and puts it off for two minutes': () => ({
    given: due({ late: 900, due: 1000, soon: 1001 }),
    call: claim(1000),
    gives: ['late', 'due'],
    after: due({ soon: 1001, late: 1000 + PUT_OFF, due: 1000 + PUT_OFF }),
  }),
  'gives as many as are asked for, the latest first': () => ({
    given: due({ late: 900, due: 1000 }),
    call: claim(1000, 1),
    gives: ['late'],
    after: due({ due: 1000, late: 1000 + PUT_OFF }),
  }),
  'gives nothing that another process has claimed': () => ({
    given: due({ one: 1000 + PUT_OFF }),
    call: claim(1000),
    gives: [],
    after: due({ one: 1000 + PUT_OFF }),
  }),
  'makes nothing where there is no subscription': () => ({
    call: claim(1000),
    gives: [],
    after: {},
  }),
};

import { expect, it } from 'vitest';
import type { Alert } from '../../../../src/operate/alerts/conditions.ts';
import { decideAlerts, isQuietAt } from '../../../../src/operate/alerts/ledger.ts';
import { alertMessage } from '../../../../src/operate/alerts/message.ts';
import { AlertLedger, EMPTY_LEDGER } from '../../../../src/record/alert.ts';

const MINUTE = 60_000;
const silent: Alert = {
  condition: 'source-silent',
  subject: 'almina',
  detail: 'no article for 9 h',
};
const down: Alert = { condition: 'sink-down', subject: 'archive', detail: 'disk full' };

/** Runs turns at the given minutes; gives what each told, by subject, and how many are open after it. */
function run(turns: readonly [minute: number, alerts: readonly Alert[], isQuiet?: boolean][]) {
  let ledger = EMPTY_LEDGER;
  return turns.map(([minute, alerts, isQuiet = false]) => {
    const policy = { now: 1_000_000_000 + minute * MINUTE, repeatMs: 720 * MINUTE, isQuiet };
    const decision = decideAlerts(ledger, alerts, policy);
    ledger = decision.ledger;
    const names = (of: readonly { subject: string }[]): string => of.map((o) => o.subject).join();
    return [names(decision.raised), names(decision.again), names(decision.recovered)].join('|');
  });
}

it.each<[string, Parameters<typeof run>[0], string[]]>([
  [
    'tells once, and again after the interval',
    [
      [0, [silent]],
      [1, [silent]],
      [720, [silent]],
    ],
    ['almina||', '||', '|almina|'],
  ],
  [
    'tells once that it is over, when that lasts',
    [
      [0, [silent]],
      [5, []],
      [6, []],
      [7, []],
      [8, []],
    ],
    ['almina||', '||', '||', '||almina', '||'],
  ],
  [
    'takes what flaps for one',
    [
      [0, [down]],
      [1, []],
      [2, [down]],
      [3, []],
      [4, [down]],
    ],
    ['archive||', '||', '||', '||', '||'],
  ],
  [
    'gathers what can wait for five minutes, and tells an error at once with what waits',
    [
      [0, [silent]],
      [1, [silent, { ...silent, subject: 'b' }]],
      [2, [silent, { ...silent, subject: 'b' }, { ...silent, subject: 'c' }]],
      [3, [silent, { ...silent, subject: 'b' }, { ...silent, subject: 'c' }, down]],
      [7, [silent, down, { ...silent, subject: 'd' }]],
      [8, [silent, down, { ...silent, subject: 'd' }]],
    ],
    ['almina||', '||', '||', 'b,c,archive||', '||', 'd||'],
  ],
  [
    'keeps what can wait until the quiet hours are over',
    [
      [0, [silent, down], true],
      [300, [silent, down], false],
    ],
    ['archive||', 'almina||'],
  ],
  [
    'says nothing of what came and went in the quiet hours',
    [
      [0, [silent], true],
      [60, [], true],
      [120, [], false],
    ],
    ['||', '||', '||'],
  ],
  [
    'keeps a recovery for the morning too',
    [
      [0, [silent]],
      [60, [], true],
      [120, [], false],
    ],
    ['almina||', '||', '||almina'],
  ],
  [
    'takes two of one condition as two',
    [
      [0, [silent, { ...silent, subject: 'b' }]],
      [1, [silent]],
      [6, [silent]],
    ],
    ['almina,b||', '||', '||b'],
  ],
])('%s', (_name, turns, told) => {
  expect(run(turns)).toEqual(told);
});

it('holds a ledger that is kept, however many conditions come and go', () => {
  let ledger = EMPTY_LEDGER;
  for (let turn = 0; turn < 6; turn += 1) {
    const many = Array.from({ length: 3000 }, (_, at) => ({ ...silent, subject: `${turn}-${at}` }));
    const policy = { now: 1_000_000_000 + turn * 1000, repeatMs: MINUTE, isQuiet: false };
    ({ ledger } = decideAlerts(ledger, many, policy));
    expect(AlertLedger.safeParse(ledger).success).toBe(true);
  }
});

it.each([
  ['23:00', '06:00', 'Africa/Cairo', '2026-01-05T22:30:00Z', true],
  ['23:00', '06:00', 'Africa/Cairo', '2026-01-05T03:59:00Z', true],
  ['23:00', '06:00', 'Africa/Cairo', '2026-01-05T04:00:00Z', false],
  ['12:00', '14:00', 'UTC', '2026-01-05T13:00:00Z', true],
  ['12:00', '14:00', 'UTC', '2026-01-05T14:00:00Z', false],
])('from %s to %s in %s holds %s: %s', (from, to, zone, at, isQuiet) => {
  expect(isQuietAt({ from, to, zone }, new Date(at))).toBe(isQuiet);
});

it('writes one message, grouped, without secrets and escapes', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...silent, subject: `s${at}` }));
  const leak = { ...down, detail: 'at \u001b[31mhttp://user:geheim99@db' };
  const policy = { now: 5 * MINUTE, repeatMs: MINUTE, isQuiet: false };
  const decision = decideAlerts(EMPTY_LEDGER, [...many, leak], policy);
  const redact = (text: string): string => text.replaceAll('geheim99', '…');
  const message = alertMessage(decision, { now: policy.now, redact });
  expect(message?.subject).toBe('Marsad: 31 new');
  expect(message?.text.split('\n')).toHaveLength(15);
  expect(message?.text).toContain('source-silent (30)');
  expect(message?.text).toContain('and 20 more');
  expect(JSON.stringify(message)).not.toMatch(/geheim99|\\u001b/u);
});

it('tells of what is over how long it held, not how long ago it began', () => {
  const held = { ...down, since: 0, toldAt: MINUTE };
  const turns = [3, 5, 13].map((at) => ({
    now: at * MINUTE,
    repeatMs: 60 * MINUTE,
    isQuiet: false,
  }));
  let ledger = { ...EMPTY_LEDGER, held: [held] };
  let text = '';
  for (const [at, policy] of turns.entries()) {
    const decision = decideAlerts(ledger, at === 0 ? [down] : [], policy);
    ledger = { ...decision.ledger, held: [...decision.ledger.held] };
    text += alertMessage(decision, { now: policy.now, redact: (one) => one })?.text ?? '';
  }
  expect(text).toMatch(/^over: /mu);
  expect(text).toContain('(for 5m)');
});

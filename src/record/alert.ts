import { z } from 'zod';

/**
 * What an operator is told of: the closed list. `error` wants somebody now, at night too; `warn`
 * within the day.
 */
export const ALERT_CONDITIONS = {
  'route-broken': 'warn',
  'source-failing': 'warn',
  'source-silent': 'warn',
  'source-drifted': 'warn',
  'source-flooding': 'warn',
  'source-file-broken': 'warn',
  'dead-letters': 'warn',
  'sink-down': 'error',
  'log-near-bound': 'error',
  'redis-full': 'error',
  'redis-away': 'error',
  'disk-full': 'error',
  'role-missing': 'error',
  'visits-overdue': 'error',
  'contact-missing': 'warn',
} as const;

/** The name of a condition. */
export type AlertCondition = keyof typeof ALERT_CONDITIONS;

const Condition = z.enum(Object.keys(ALERT_CONDITIONS) as [AlertCondition, ...AlertCondition[]]);

/** More alerts at once, or more that have just ended, come from one common fault. */
export const ALERTS_MOST = 1000;

/** A condition that holds of one subject; times are Unix ms. */
export const HeldAlert = z.strictObject({
  condition: Condition,
  /** The source, file, sink, queue, role or disk that it is about. */
  subject: z.string(),
  detail: z.string(),
  since: z.number(),
  /** When it was last told; 0 never. */
  toldAt: z.number(),
  /** Since when it holds no more; it is over once that lasts. */
  clearedAt: z.number().optional(),
});
/** A condition that holds of one subject. */
export type HeldAlert = z.infer<typeof HeldAlert>;

const AlertData = z.strictObject({
  condition: Condition,
  subject: z.string(),
  detail: z.string(),
  since: z.iso.datetime(),
});
/** An alert as a message carries it. */
export type AlertData = z.infer<typeof AlertData>;

/** One message for all that changed, as every channel takes it. */
export const AlertMessage = z.strictObject({
  /** One line. */
  subject: z.string(),
  text: z.string(),
  /** The same as data: what a webhook carries. */
  data: z.strictObject({
    raised: z.array(AlertData),
    again: z.array(AlertData),
    recovered: z.array(AlertData),
  }),
});
/** One message for all that changed. */
export type AlertMessage = z.infer<typeof AlertMessage>;

/** A message that a channel has yet to take. */
const Unsent = z.strictObject({
  channel: z.enum(['webhook', 'email']),
  /** The same at each try, so that a receiver knows what it has. */
  id: z.string(),
  message: AlertMessage,
  /** Unix ms: when it was written. */
  at: z.number(),
  tries: z.number().int(),
});
/** A message that a channel has yet to take. */
export type UnsentAlert = z.infer<typeof Unsent>;

/** Messages that wait for a channel that takes none; of more, the oldest are given up. */
export const UNSENT_MOST = 20;

/** What holds, what of it was told, and what is still to be sent: it outlives the process. */
export const AlertLedger = z.strictObject({
  held: z.array(HeldAlert).max(2 * ALERTS_MOST),
  /** Unix ms: when the last message was written; 0 never. */
  messageAt: z.number(),
  unsent: z.array(Unsent).max(2 * UNSENT_MOST),
});
/** What holds, what of it was told, and what is still to be sent. */
export type AlertLedger = z.infer<typeof AlertLedger>;

/** The ledger of an installation that has sent no alert yet. */
export const EMPTY_LEDGER: AlertLedger = { held: [], messageAt: 0, unsent: [] };

/** An alert as people see it. */
export const AlertView = z.strictObject({
  condition: Condition,
  level: z.enum(['warn', 'error']),
  subject: z.string(),
  detail: z.string(),
  since: z.iso.datetime(),
  /** When it was over; absent while it holds. */
  until: z.iso.datetime().optional(),
});
/** An alert as people see it. */
export type AlertView = z.infer<typeof AlertView>;

import type { Settings } from '../config/settings.ts';
import { ConfigError } from '../errors.ts';
import { type AlertChannel, emailChannel, webhookChannel } from '../operate/alerts/channels.ts';
import { type Alert, findAlerts } from '../operate/alerts/conditions.ts';
import { type AlertDecision, decideAlerts, isQuietAt } from '../operate/alerts/ledger.ts';
import { alertMessage } from '../operate/alerts/message.ts';
import { sendUnsent, withMessage } from '../operate/alerts/unsent.ts';
import { redactor } from '../operate/redaction.ts';
import { readSnapshot } from '../operate/snapshot.ts';
import {
  ALERT_CONDITIONS,
  type AlertLedger,
  EMPTY_LEDGER,
  type HeldAlert,
} from '../record/alert.ts';
import { durationMs } from '../record/source-rules.ts';
import { alerts as alertsOf } from '../state/alerts.ts';
import { alertFacts } from './alert-facts.ts';
import { consoleData } from './console-data.ts';
import { processName } from './heartbeat-role.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** How often the conditions are checked: what lasts for less is no alert. */
const LOOK_MS = 20_000;

/** Processes of an installation start one after the other, and visits of a night are overdue then. */
const FIRST_LOOK_MS = 60_000;

/** A Redis that is restarted is away for less. */
const REDIS_MS = 40_000;

/** A value of the settings, or the variable that it names (`env:NAME`), so that no file holds a key. */
function settingValue(setting: string, name: string): string {
  if (!setting.startsWith('env:')) return setting;
  const value = process.env[setting.slice(4)];
  if (value) return value;
  throw new ConfigError(`${name}: the variable ${setting.slice(4)} is not set`, {
    hint: 'Set it in the environment of every process of the service.',
  });
}

/** The ways to the operator that the settings name. @throws ConfigError */
async function channelsOf({ alerts }: Settings): Promise<AlertChannel[]> {
  const { webhook, email } = alerts;
  const channels: AlertChannel[] = [];
  if (webhook) {
    const secret = settingValue(webhook.secret, 'alerts.webhook.secret');
    channels.push(webhookChannel({ url: webhook.url, secret }));
  }
  if (email) {
    const smtp = settingValue(email.smtp, 'alerts.email.smtp');
    channels.push(await emailChannel({ ...email, smtp }));
  }
  return channels;
}

/** Sends alerts to the operator: to the log, to a webhook, by e-mail. */
export interface AlertRole {
  /** One turn, as the clock makes one every 20 s; `now` is Unix ms. */
  readonly look: (now: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts it. Every process of a service checks the conditions, so that a process that is gone is noticed by
 * the others; a turn in Redis decides which of them sends. Alerts about Redis itself come from the process
 * with the role `schedule`, from memory.
 * @throws ConfigError where a variable is not set
 */
export async function startAlerts(
  installation: Installation,
  runtime: Runtime,
  roles: readonly string[],
): Promise<AlertRole> {
  const channels = await channelsOf(installation.catalogue.settings);
  const data = consoleData(installation);
  const teller = { installation, runtime, channels };
  const tellsOfRedis = roles.includes('schedule') ? redisTeller(teller) : async () => {};
  let running = Promise.resolve();
  const look = (now: number): Promise<void> => {
    running = running
      .then(() => tellsOfRedis(now))
      .then(() => lookOnce({ ...teller, data }, now))
      .catch((error) => {
        if (!runtime.gate.note(error)) {
          runtime.log.event('alert-failed', { message: String(error) });
        }
      });
    return running;
  };
  const startedAt = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - startedAt >= FIRST_LOOK_MS) void look(Date.now());
  }, LOOK_MS);
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await running;
      await data.close();
    },
  };
}

interface Teller {
  readonly installation: Installation;
  readonly runtime: Runtime;
  readonly channels: readonly AlertChannel[];
}

/** One turn: compares what holds now with what was sent. */
async function lookOnce(
  { data, ...teller }: Teller & { data: ReturnType<typeof consoleData> },
  now: number,
): Promise<void> {
  const { installation, runtime } = teller;
  if (runtime.gate.now().state !== 'good') return;
  const book = alertsOf(installation.redis, installation.keys);
  if (!(await book.takeTurn(processName()))) return;
  try {
    const snapshot = await readSnapshot(data, new Date(now));
    const found = findAlerts(await alertFacts(snapshot, installation, runtime));
    const { ledger, ended } = decide(teller, { before: await book.load(), found, now });
    // Kept before it is sent: after a crash in between it is sent again, under the same id.
    await book.save(ledger, ended);
    if (ledger.unsent.length > 0) await book.save(await send(teller, ledger, now));
  } finally {
    await book.endTurn();
  }
}

/** An alert about Redis away or full cannot be kept in Redis; the process remembers what it sent of it. */
function redisTeller(teller: Teller): (now: number) => Promise<void> {
  let ledger = EMPTY_LEDGER;
  let badSince: number | undefined;
  return async (now) => {
    const { state, reason = '' } = teller.runtime.gate.now();
    badSince = state === 'good' ? undefined : (badSince ?? now);
    const isLasting = badSince !== undefined && now - badSince >= REDIS_MS;
    const condition = state === 'away' ? 'redis-away' : 'redis-full';
    const found = isLasting ? [{ condition, subject: 'redis', detail: reason } as const] : [];
    ledger = decide(teller, { before: ledger, found, now }).ledger;
    if (ledger.unsent.length > 0) ledger = await send(teller, ledger, now);
  };
}

interface Turn {
  readonly before: AlertLedger;
  readonly found: readonly Alert[];
  readonly now: number;
}

/** Decides what is told, writes it to the log, and puts the message into the ledger. */
function decide(
  { installation, runtime, channels }: Teller,
  { before, found, now }: Turn,
): { ledger: AlertLedger; ended: readonly HeldAlert[] } {
  const { catalogue, secrets } = installation;
  const { repeat, quiet } = catalogue.settings.alerts;
  const isQuiet = quiet !== undefined && isQuietAt(quiet, new Date(now));
  const policy = { now, repeatMs: durationMs(repeat), isQuiet };
  const decision = decideAlerts(before, found, policy);
  logAlerts(decision, runtime);
  const message = alertMessage(decision, { now, redact: redactor(secrets) });
  const { ledger, ended } = decision;
  return { ledger: message ? withMessage(ledger, message, { channels, now }) : ledger, ended };
}

function logAlerts({ raised, again, recovered }: AlertDecision, { log }: Runtime): void {
  for (const { condition, subject, detail } of [...raised, ...again]) {
    const event = ALERT_CONDITIONS[condition] === 'error' ? 'alert' : 'alert-warning';
    log.event(event, { condition, subject, detail });
  }
  for (const { condition, subject } of recovered) log.event('alert-over', { condition, subject });
}

async function send(
  { runtime, channels }: Teller,
  ledger: AlertLedger,
  now: number,
): Promise<AlertLedger> {
  const { unsent, faults } = await sendUnsent(ledger.unsent, { channels, now });
  for (const { channel, message, isGivenUp } of faults)
    runtime.log.event('alert-failed', {
      ...{ channel, message, isGivenUp },
      hint: `Look at alerts.${channel} in marsad.yaml and at what receives it.`,
    });
  return { ...ledger, unsent };
}

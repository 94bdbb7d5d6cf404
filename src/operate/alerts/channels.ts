import { Webhook } from 'standardwebhooks';
import { SinkError } from '../../errors.ts';
import type { AlertMessage } from '../../record/alert.ts';

/** One way in which messages reach the operator. */
export interface AlertChannel {
  readonly name: 'webhook' | 'email';
  /** @throws SinkError where it does not take the message */
  readonly send: (message: AlertMessage, id: string) => Promise<void>;
}

/** A webhook as Standard Webhooks has it (standardwebhooks.com). */
export interface WebhookChannel {
  readonly url: string;
  /** The signing secret, `whsec_` and Base64. */
  readonly secret: string;
}

/** How long a receiver may take: a stop waits for it, and has ten seconds in all. */
const ANSWER_MS = 5000;

/** Sends messages signed by the secret; the id is the same when it is sent again. */
export function webhookChannel({ url, secret }: WebhookChannel): AlertChannel {
  const signer = new Webhook(secret);
  return {
    name: 'webhook',
    async send({ data, text }, id) {
      const at = new Date();
      const body = JSON.stringify({
        type: 'marsad.alert',
        timestamp: at.toISOString(),
        text,
        data,
      });
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign(id, at, body),
      };
      const signal = AbortSignal.timeout(ANSWER_MS);
      const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
      await answer.body?.cancel();
      if (!answer.ok) throw new SinkError(`The webhook of alerts answered ${answer.status}`);
    },
  };
}

/** E-mail through an SMTP server. */
export interface EmailChannel {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  readonly smtp: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** Sends messages by e-mail; the id is the Message-ID, so that one sent again is known. */
export async function emailChannel({ smtp, from, to }: EmailChannel): Promise<AlertChannel> {
  // Loaded where e-mail is sent: the others save its memory.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(smtp, {
    from,
    // A message is text: no file or address of the server is ever read for one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'email',
    async send({ subject, text }, id) {
      const domain = from.split('@').at(-1)?.replace(/>.*$/u, '') ?? 'localhost';
      const messageId = `<${id}@${domain}>`;
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await inTime(transport.sendMail({ to: [...to], subject, text, messageId, headers }));
    },
  };
}

/** One bound for the whole: an SMTP server may take its time at each of many steps. */
async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new SinkError(`The SMTP server took longer than ${ANSWER_MS / 1000} s`);
    timer = setTimeout(() => reject(error), ANSWER_MS);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
    // An answer that comes after the time limit changes nothing.
    sending.catch(() => undefined);
  }
}

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subscriber sent to the hub, by the names of the form. */
export type HubForm = Readonly<Record<string, string>>;

/** How the hub behaves; each may be changed while it runs. */
export interface HubPoliteness {
  /** Status of the answer to a request. */
  status: number;
  /** Extra header fields of that answer. */
  headers: Record<string, string>;
  /** What the hub asks the callback with, from what it was sent; undefined for silence. */
  ask: (form: HubForm) => Readonly<Record<string, string>> | undefined;
}

/** A hub of W3C WebSub on loopback. */
export interface TestHub {
  readonly url: string;
  readonly politeness: HubPoliteness;
  /** Requests in their order. */
  readonly forms: HubForm[];
  /** Statuses and texts that callbacks answered to what the hub asked them; 0 for no answer. */
  readonly echoes: { readonly status: number; readonly text: string }[];
  /** Sends a body to the newest subscriber; the signature is right unless given. */
  readonly publish: (body: string, fields?: Record<string, string>) => Promise<Response>;
  /** Asks the newest subscriber's callback something. */
  readonly get: (query: Record<string, string>) => Promise<{ status: number; text: string }>;
  readonly close: () => Promise<void>;
}

/** What an honest hub asks: it verifies what it was sent, with a lease of `seconds`. */
export function honest(seconds = 86_400) {
  return (form: HubForm): Record<string, string> => ({
    'hub.mode': form['hub.mode'] ?? '',
    'hub.topic': form['hub.topic'] ?? '',
    'hub.challenge': 'challenge-<b>7</b>',
    ...(form['hub.mode'] === 'subscribe' ? { 'hub.lease_seconds': String(seconds) } : {}),
  });
}

/** `X-Hub-Signature` of a body. */
export function signatureOf(body: string, secret: string, method = 'sha256'): string {
  return `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
}

/** A subscriber that is gone is an answer too: a hub goes on without it. */
async function answerOf(url: URL): Promise<TestHub['echoes'][number]> {
  try {
    const answer = await fetch(url);
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

/** Starts a hub that verifies while the request is still open, as many do. */
export async function startHub(): Promise<TestHub> {
  const politeness: HubPoliteness = { status: 202, headers: {}, ask: honest() };
  const forms: HubForm[] = [];
  const echoes: TestHub['echoes'] = [];
  const get: TestHub['get'] = async (query) => {
    const url = new URL(newest()['hub.callback'] ?? '');
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const echo = await answerOf(url);
    echoes.push(echo);
    return echo;
  };
  const newest = (): HubForm => forms.at(-1) ?? {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      forms.push(form);
      const query = politeness.ask(form);
      if (query) await get(query);
      response.writeHead(politeness.status, politeness.headers).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    politeness,
    forms,
    echoes,
    get,
    publish: (body, fields) => {
      const { 'hub.callback': callback = '', 'hub.secret': secret = '' } =
        forms.findLast((form) => form['hub.mode'] === 'subscribe') ?? {};
      const signed = { 'x-hub-signature': signatureOf(body, secret) };
      const headers = { 'content-type': 'application/rss+xml', ...(fields ?? signed) };
      return fetch(callback, { method: 'POST', body, headers });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** What a receiver got in one post. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks whose answers the test sets. */
export interface Receiver {
  readonly url: string;
  readonly host: string;
  /** Every post, in order, whatever was answered. */
  readonly posts: Received[];
  /** Posts that were answered with a 2xx. */
  readonly taken: Received[];
  /** What is answered next; 204 unless a test says otherwise. `hang` never answers. */
  answer: (post: Received) => readonly [status: number, headers?: Record<string, string>] | 'hang';
  readonly close: () => Promise<void>;
}

/** Starts a receiver on a free port of loopback. */
export async function startReceiver(): Promise<Receiver> {
  const posts: Received[] = [];
  const taken: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const post = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    posts.push(post);
    const answer = receiver.answer(post);
    if (answer === 'hang') return;
    const [status, headers = {}] = answer;
    if (status < 300) taken.push(post);
    response.writeHead(status, headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const receiver: Receiver = {
    url: `http://${host}/hook`,
    host,
    posts,
    taken,
    answer: () => [204],
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}

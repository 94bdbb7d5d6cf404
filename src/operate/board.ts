import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';

/** A queue as the board takes it: `jobs` opens it, this folder knows only its type. */
export type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0];

/** What the board is opened with. */
export interface BoardOptions {
  /**
   * Opens the board for writing (retry, remove, promote) to those who give it as the password of
   * user `marsad` (RFC 7617). Without it the board shows and changes nothing.
   */
  readonly token?: string | undefined;
}

/** Bull Board over our queues, and whether it takes writes. */
export interface Board {
  readonly app: Hono;
  readonly isWritable: boolean;
}

/** Where the board is mounted. */
export const BOARD_PATH = '/queues';

/** Makes the board of the queues, to be mounted at {@link BOARD_PATH}. */
export function queueBoard(queues: readonly BoardQueue[], { token }: BoardOptions = {}): Board {
  const isWritable = token !== undefined && token !== '';
  const adapter = new HonoAdapter(serveStatic).setBasePath(BOARD_PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: !isWritable })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'مرصد', hideRedisDetails: true } },
  });
  const app = new Hono();
  if (isWritable) app.use(basicAuth({ username: 'marsad', password: token, realm: 'Marsad' }));
  app.route('/', adapter.registerPlugin());
  return { app, isWritable };
}

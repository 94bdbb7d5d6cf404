import { type Context, Hono } from 'hono';
import { MarsadError, UsageError } from '../../errors.ts';
import { isSame } from '../access/access.ts';
import type { ConsoleEnv } from '../access/gate.ts';
import type { Log } from '../log.ts';
import type { DeadLetter, OperatorWrites } from '../operator-data.ts';
import { groupKey } from '../page/failures-page.ts';
import type { Reader } from '../page/page-reader.ts';
import { triedPage } from '../page/tried-page.ts';
import type { Word } from '../page/words/console-words.ts';
import { drawSource } from './draw-source.ts';
import { answerPage, failed, notFound, readerFor } from './page-answer.ts';
import type { ReadPorts } from './read-routes.ts';

/** What the forms work with. */
export interface WritePorts extends ReadPorts {
  readonly writes: OperatorWrites;
  readonly log?: Log | undefined;
}

type Ctx = Context<ConsoleEnv>;

/** A form that came, from who may send it. */
interface Sent {
  readonly c: Ctx;
  readonly reader: Reader;
  readonly field: (name: string) => string;
}

/**
 * The forms that change something. Each is refused to who is no operator, and without the token of
 * the page it stands on; each is in the audit log, done or not.
 */
export function writeRoutes(ports: WritePorts): Hono<ConsoleEnv> {
  const { writes, view } = ports;
  const app = new Hono<ConsoleEnv>();
  const post = (path: string, handle: (sent: Sent) => Promise<Response>): void => {
    app.post(path, async (c) => {
      const sent = await received(c, ports);
      return sent instanceof Response ? sent : handle(sent);
    });
  };
  post('/sources/:id/visit', async (sent) => {
    const id = idOf(sent);
    return noted(sent, ports, { what: 'visit', about: id }, async () => {
      await writes.visitNow(id);
      return done(sent, `/sources/${encodeURIComponent(id)}`, 'done-visit');
    });
  });
  for (const what of ['enable', 'disable'] as const) {
    post(`/sources/:id/${what}`, async (sent) => {
      const id = idOf(sent);
      return noted(sent, ports, { what, about: id }, async () => {
        const version = sent.field('version');
        const change = await writes.setEnabled(id, { enabled: what === 'enable', version });
        return drawSource(sent.c, id, { ...ports, change });
      });
    });
  }
  post('/sources/:id/try', async (sent) => {
    const [id, url] = [idOf(sent), sent.field('url')];
    return noted(sent, ports, { what: 'try', about: `${id} ${url}` }, async () => {
      const source = (await view.need()).sources.find((one) => one.id === id);
      if (!source) return notFound(sent.c, sent.reader);
      const body = triedPage(sent.reader, { source, tried: await writes.tryUrl(id, url) });
      return answerPage(sent.c, sent.reader, { title: sent.reader.say('try-url'), body });
    });
  });
  for (const what of ['retry', 'discard'] as const) {
    post(`/failures/${what}`, async (sent) => {
      const ids = idsOf(sent, await ports.reads.deadLetters());
      const about = sent.field('group') || sent.field('id');
      return noted(sent, ports, { what, about: `${about} (${ids.length})` }, async () => {
        if (ids.length === 0) throw new UsageError(sent.reader.say('none-left'));
        const count = await writes[what](ids);
        return done(sent, '/failures', `done-${what}`, count);
      });
    });
  }
  for (const what of ['pause', 'resume'] as const) {
    post(`/jobs/${what}`, async (sent) => {
      const queue = sent.field('queue');
      return noted(sent, ports, { what, about: queue }, async () => {
        await writes.setPaused(queue, what === 'pause');
        return done(sent, '/jobs', `done-${what}`);
      });
    });
  }
  return app;
}

const idOf = ({ c }: Sent): string => c.req.param('id') ?? '';

/** The letters of a form: one by its id, or all that are of a group now. */
function idsOf({ field }: Sent, letters: readonly DeadLetter[]): string[] {
  const [id, group] = [field('id'), field('group')];
  return letters
    .filter((letter) => (group === '' ? letter.id === id : groupKey(letter) === group))
    .map((letter) => letter.id);
}

/** The form, where its sender may send it; else the answer that says why not. */
async function received(c: Ctx, { drawing }: ReadPorts): Promise<Sent | Response> {
  const form = await c.req.parseBody();
  const field = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.slice(0, 4000) : '';
  };
  const reader = readerFor(c, drawing);
  const { say, role, token } = reader;
  if (!isSame(field('token'), token)) {
    return failed(c, reader, new UsageError(say('bad-form')), 403);
  }
  if (role !== 'operator') return failed(c, reader, new UsageError(say('not-allowed')), 403);
  return { c, reader, field };
}

/** After a form the browser asks for a page, so that a reload sends nothing again (RFC 9110, 15.4.4). */
function done({ c }: Sent, path: string, word: Word, count?: number): Response {
  const query = new URLSearchParams({
    done: word,
    ...(count === undefined ? {} : { count: String(count) }),
  });
  return c.redirect(`${path}?${query}`, 303);
}

/** Does it, and writes down who did what and how it ended. */
async function noted(
  { c, reader }: Sent,
  { writes, log }: WritePorts,
  { what, about }: { readonly what: string; readonly about: string },
  work: () => Promise<Response>,
): Promise<Response> {
  const entry = { at: new Date().toISOString(), who: reader.name ?? '', what, about };
  const tell = async (error?: string): Promise<void> => {
    log?.event('console-write', { who: entry.who, what, about, error });
    await writes.note({ ...entry, ...(error === undefined ? {} : { error }) });
  };
  try {
    const answer = await work();
    await tell();
    return answer;
  } catch (error) {
    // The log has it where the state does not take it.
    await tell(error instanceof Error ? error.message : String(error)).catch(() => undefined);
    if (error instanceof MarsadError) return failed(c, reader, error);
    throw error;
  }
}

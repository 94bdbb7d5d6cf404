import type { Context } from 'hono';
import { MarsadError, StateError, UsageError } from '../../errors.ts';
import { isSame } from '../access/access.ts';
import type { ConsoleEnv } from '../access/gate.ts';
import type { Log } from '../log.ts';
import type { OperatorWrites } from '../operator-data.ts';
import type { Reader } from '../page/page-reader.ts';
import type { Word } from '../page/words/console-words.ts';
import { failed, readerFor } from './page-answer.ts';
import type { ReadPorts } from './read-routes.ts';

/** What the forms work with. */
export interface WritePorts extends ReadPorts {
  readonly writes: OperatorWrites;
  /** Whether the state takes writes now. */
  readonly isReady: () => boolean;
  readonly log?: Log | undefined;
}

type Ctx = Context<ConsoleEnv>;

/** A form that was received, from somebody who may send it. */
export interface Sent {
  readonly c: Ctx;
  readonly reader: Reader;
  readonly field: (name: string) => string;
}

/** Takes the forms of an address. */
export type Post = (path: string, handle: (sent: Sent) => Promise<Response>) => void;

/** The source that a form's address names. */
export const idOf = ({ c }: Sent): string => c.req.param('id') ?? '';

/**
 * The form, where its sender may send it; else the answer that says why not. While the state is away
 * no form is taken: what waits for it would be done later, when nobody looks.
 */
export async function received(
  c: Ctx,
  { drawing, isReady }: Pick<WritePorts, 'drawing' | 'isReady'>,
): Promise<Sent | Response> {
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
  if (!isReady()) {
    const hint = 'Nothing was done. Send it again once Redis is back.';
    return failed(c, reader, new StateError('Redis takes no writes at the moment', { hint }));
  }
  return { c, reader, field };
}

/** After a form the browser asks for a page, so that a reload sends nothing again (RFC 9110, 15.4.4). */
export function done({ c }: Sent, path: string, word: Word, count?: number): Response {
  const query = new URLSearchParams({
    done: word,
    ...(count === undefined ? {} : { count: String(count) }),
  });
  return c.redirect(`${path}?${query}`, 303);
}

/** Does what a form asks for, and writes down who did what and how it ended. */
export async function noted(
  { c, reader }: Sent,
  { writes, log, isReady }: WritePorts,
  { what, about }: { readonly what: string; readonly about: string },
  work: () => Promise<Response>,
): Promise<Response> {
  const entry = { at: new Date().toISOString(), who: reader.name ?? '', what, about };
  const tell = async (error?: string): Promise<void> => {
    log?.event('console-write', { who: entry.who, what, about, error });
    // While the state is away the log alone has it.
    if (isReady()) await writes.note({ ...entry, ...(error === undefined ? {} : { error }) });
  };
  try {
    const answer = await whileReady(isReady, work());
    await tell();
    return answer;
  } catch (error) {
    // Where Redis does not take the entry, the log has it.
    await tell(error instanceof Error ? error.message : String(error)).catch(() => undefined);
    if (error instanceof MarsadError) return failed(c, reader, error);
    throw error;
  }
}

/** How often it is looked whether the state is still there. */
const LOOK_MS = 250;

/** What a form does, or an error once the state goes away meanwhile: a client waits for it for ever. */
async function whileReady<T>(isReady: () => boolean, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const away = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (isReady()) return;
      const hint = 'It may be done once Redis is back: look before you send it again.';
      reject(new StateError('Redis went away while it was being done', { hint }));
    }, LOOK_MS);
  });
  try {
    return await Promise.race([work, away]);
  } finally {
    clearInterval(timer);
    // An error after that changes no answer: the client has been told that Redis is away.
    work.catch(() => undefined);
  }
}

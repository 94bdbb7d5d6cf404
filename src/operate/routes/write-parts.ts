import type { Context } from 'hono';
import { MarsadError, UsageError } from '../../errors.ts';
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
  readonly log?: Log | undefined;
}

type Ctx = Context<ConsoleEnv>;

/** A form that came, from who may send it. */
export interface Sent {
  readonly c: Ctx;
  readonly reader: Reader;
  readonly field: (name: string) => string;
}

/** Takes the forms of an address. */
export type Post = (path: string, handle: (sent: Sent) => Promise<Response>) => void;

/** The source that a form's address names. */
export const idOf = ({ c }: Sent): string => c.req.param('id') ?? '';

/** The form, where its sender may send it; else the answer that says why not. */
export async function received(c: Ctx, { drawing }: ReadPorts): Promise<Sent | Response> {
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
export function done({ c }: Sent, path: string, word: Word, count?: number): Response {
  const query = new URLSearchParams({
    done: word,
    ...(count === undefined ? {} : { count: String(count) }),
  });
  return c.redirect(`${path}?${query}`, 303);
}

/** Does it, and writes down who did what and how it ended. */
export async function noted(
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

import type { Context } from 'hono';
import { html } from 'hono/html';
import { type MarsadError, StateError } from '../../errors.ts';
import type { ConsoleEnv } from '../access/gate.ts';
import { type Html, NOTHING } from '../page/html.ts';
import { type FramedPage, framed } from '../page/page-frame.ts';
import { empty, notice } from '../page/page-parts.ts';
import type { Reader } from '../page/page-reader.ts';
import { isWord } from '../page/words/console-words.ts';
import { readRequest } from '../reader-of.ts';
import type { Redact } from '../redaction.ts';

/** How the pages of one console are drawn. */
export interface Drawing {
  readonly redact: Redact;
  readonly isHttps: boolean;
  /** The token in the forms of readers without a session. */
  readonly formToken: string;
}

type Ctx = Context<ConsoleEnv>;
type Status = 200 | 400 | 403 | 404 | 409 | 422 | 429 | 503;

/** The reader of a request and how the page is shown; without a name where nobody has to log in. */
export function readerFor(c: Ctx, { formToken, ...how }: Drawing): Reader {
  const identity = c.get('identity') ?? { role: 'viewer', token: formToken };
  return readRequest(c, identity, how);
}

/** Answers with a page in the frame. Nothing of it is kept by a browser: others may log in there. */
export async function answerPage(
  c: Ctx,
  reader: Reader,
  page: FramedPage,
  status: Status = 200,
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Cookie, Accept-Language');
  const body = html`${doneNotice(reader)}${page.body}`;
  return c.html(framed(reader, { ...page, body }), status);
}

/** What the last form did: the address names the word that says so. */
function doneNotice({ query, say }: Reader): Html {
  const done = query.get('done') ?? '';
  if (!done.startsWith('done-') || !isWord(done)) return NOTHING;
  const count = /^\d{1,6}$/u.exec(query.get('count') ?? '')?.[0];
  return notice(`${say(done)}${count === undefined ? '' : ` ${count}`}`);
}

/** The page for an address that does not exist. */
export function notFound(c: Ctx, reader: Reader): Promise<Response> {
  const { say } = reader;
  const body = html`<h1>${say('not-found')}</h1>${empty(say('not-found-lead'))}`;
  return answerPage(c, reader, { title: say('not-found'), body }, 404);
}

/** The page for something that could not be done: why, and what to do next. */
export function failed(c: Ctx, reader: Reader, error: MarsadError, status: Status = 422) {
  const { say, redact } = reader;
  const isAway = error instanceof StateError;
  const title = say(isAway ? 'state-away' : 'could-not');
  const body = html`<h1>${title}</h1>
    ${isAway ? html`<p class="notice bad">${say('state-away-lead')}</p>` : NOTHING}
    <section class="card"><p lang="en" dir="ltr">${redact(error.message)}</p>
      ${error.hint === undefined ? NOTHING : html`<p class="muted" lang="en" dir="ltr">${redact(error.hint)}</p>`}</section>
    <p><a href="${back(c)}">${say('back')}</a></p>`;
  return answerPage(c, reader, { title, body }, isAway ? 503 : status);
}

/** The page that a form stands on. */
function back(c: Ctx): string {
  const parts = c.req.path.split('/');
  return parts.length > 2 ? parts.slice(0, -1).join('/') : '/';
}

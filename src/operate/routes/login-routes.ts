import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Access, isSame } from '../access/access.ts';
import { addressOf, type ConsoleEnv, cookieName } from '../access/gate.ts';
import type { Log } from '../log.ts';
import { loginPage } from '../page/login-page.ts';
import type { Word } from '../page/words/console-words.ts';
import { answerPage, type Drawing, readerFor } from './page-answer.ts';

/** What the login works with. */
export interface LoginPorts {
  readonly access: Access;
  readonly drawing: Drawing;
  readonly sessionMs: number;
  readonly log?: Log | undefined;
}

type Ctx = Context<ConsoleEnv>;

/** Logs in and out. */
export function loginRoutes(ports: LoginPorts): Hono<ConsoleEnv> {
  const { access, drawing } = ports;
  const app = new Hono<ConsoleEnv>();
  app.get('/login', (c) => {
    const isEnded = c.req.query('fault') === 'session-ended';
    return drawLogin(c, ports, isEnded ? 'session-ended' : undefined);
  });
  app.post('/login', (c) => logIn(c, ports));
  app.post('/logout', async (c) => {
    const form = await c.req.parseBody();
    const token = c.get('identity')?.token;
    if (token !== undefined && isSame(String(form.token), token)) {
      access.logout(getCookie(c, cookieName(drawing.isHttps)));
      deleteCookie(c, cookieName(drawing.isHttps), { path: '/', secure: drawing.isHttps });
    }
    return c.redirect('/login', 303);
  });
  return app;
}

async function logIn(c: Ctx, ports: LoginPorts): Promise<Response> {
  const { access, drawing, sessionMs, log } = ports;
  const form = await c.req.parseBody();
  const [token = '', name = '', password = '', next = '/'] = (
    ['token', 'name', 'password', 'next'] as const
  ).map((key) => String(form[key] ?? '').slice(0, 2000));
  // A page that was open while the console started anew has another token: it is shown once more.
  if (!isSame(token, access.formToken)) return drawLogin(c, ports, 'session-ended', next);
  const from = addressOf(c);
  const result = await access.login({ name, password, from });
  if ('fault' in result) {
    log?.event('login-refused', { who: name.slice(0, 80), from, reason: result.fault });
    return drawLogin(c, ports, result.fault, next);
  }
  log?.event('login', { who: name, from });
  setCookie(c, cookieName(drawing.isHttps), result.session, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: drawing.isHttps,
    maxAge: Math.floor(sessionMs / 1000),
  });
  return c.redirect(ownPath(next), 303);
}

/** A path of this console, and of no other host: `//host` and `/\host` are addresses elsewhere. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])[^\s\\]{0,500}$/u.test(path) ? path : '/';
}

function drawLogin(
  c: Ctx,
  { access, drawing }: LoginPorts,
  fault: Word | undefined,
  next = c.req.query('next') ?? '/',
): Promise<Response> {
  const reader = readerFor(c, drawing);
  const { say } = reader;
  const body = loginPage(
    { ...reader, token: access.formToken },
    { next: ownPath(next), fault, hasUsers: access.hasUsers },
  );
  const status = fault === 'login-throttled' ? 429 : fault === 'wrong-login' ? 403 : 200;
  return answerPage(c, reader, { title: say('login'), body, isBare: true }, status);
}

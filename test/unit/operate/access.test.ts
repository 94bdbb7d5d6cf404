import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFrom } from '../../../src/operate/access/gate.ts';
import { hashPassword, isPassword } from '../../../src/operate/access/password.ts';
import { openSessions } from '../../../src/operate/access/sessions.ts';
import { openThrottle } from '../../../src/operate/access/throttle.ts';
import type { Listening } from '../../../src/operate/listen.ts';
import { ownPath } from '../../../src/operate/routes/login-routes.ts';
import { type Answer, ask, startSample } from './console-server.ts';
import { sampleReads, sampleWrites } from './operator-sample.ts';

const PASSWORD = 'البحر هادئ اليوم';
const letter = {
  id: 'job:pages:7',
  kind: 'page',
  source: 'almina',
  reason: 'TIMEOUT: no byte',
} as const;
const { writes, asked } = sampleWrites();

let server: Listening;
beforeAll(async () => {
  const password = await hashPassword(PASSWORD);
  server = await startSample({
    writes,
    reads: sampleReads({ deadLetters: async () => [letter] }),
    access: {
      users: [
        { name: 'سلمى', role: 'operator', password },
        { name: 'nadim', role: 'viewer', password },
      ],
      anonymous: 'none',
      sessionMs: 60_000,
      metricsToken: 'metrics-token-7',
    },
  });
});
afterAll(() => server.close());

const field = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(text)?.[1] ?? '';

const cookieOf = ({ headers }: Answer): string =>
  String(headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';

/** Sends a form as the console's own page would. */
function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return ask(server.url, path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(server.url).origin,
      ...headers,
    },
  });
}

async function logIn(name: string, password = PASSWORD, next = '/sources') {
  const { text } = await ask(server.url, '/login');
  return send('/login', { token: field(text, 'token'), name, password, next });
}

/** A session's cookie, and the token that its forms carry. */
async function session(name: string): Promise<{ cookie: string; token: string }> {
  const cookie = cookieOf(await logIn(name));
  const { text } = await ask(server.url, '/failures', { headers: { cookie } });
  return { cookie, token: field(text, 'token') };
}

describe('who has not logged in', () => {
  it.each(['/', '/sources', '/articles/a1', '/failures', '/alerts', '/jobs', '/live', '/audit'])(
    'is led from %s to the login',
    async (path) => {
      const { status, headers, text } = await ask(server.url, path);
      expect([status, headers.location]).toEqual([303, `/login?next=${encodeURIComponent(path)}`]);
      expect(text).not.toContain('almina');
    },
  );

  it.each(['/metrics', '/events', '/feeds/articles.atom', '/feeds/articles.json'])(
    'gets nothing of %s',
    async (path) => {
      const { status, headers } = await ask(server.url, path);
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Basic /u);
    },
  );

  it('learns of the health whether it is good, and no more', async () => {
    const { status, text } = await ask(server.url, '/health');
    expect([status, text]).toEqual([200, '{"ok":true}']);
    expect((await ask(server.url, '/health/live')).status).toBe(200);
  });

  it('changes nothing', async () => {
    const { status } = await send('/sources/almina/visit', { token: 'x' });
    expect(status).toBe(303);
    expect(asked).toEqual([]);
  });
});

describe('the login', () => {
  it('lets in with a cookie that no script reads and no other site sends', async () => {
    const answer = await logIn('سلمى');
    expect([answer.status, answer.headers.location]).toEqual([303, '/sources']);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/u);
    const page = await ask(server.url, '/sources', { headers: { cookie: cookieOf(answer) } });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['nadim', 'wrong', 403],
    ['nobody', PASSWORD, 403],
    ['', '', 403],
    ['x'.repeat(5000), 'y'.repeat(5000), 403],
  ])('refuses %j %j', async (name, password, status) => {
    const answer = await logIn(name, password);
    expect(answer.status).toBe(status);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('makes who guesses wait, and nobody else', async () => {
    const tries = [];
    for (let attempt = 0; attempt < 6; attempt += 1) tries.push((await logIn('guess', 'x')).status);
    expect(tries).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await logIn('nadim')).status).toBe(303);
  });

  it.each([
    ['/sources?state=failing', '/sources?state=failing'],
    ['//evil.test/', '/'],
    ['/\\evil.test', '/'],
    ['https://evil.test/', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('goes on to %j as %s', (next, path) => expect(ownPath(next)).toBe(path));

  it('says that a session has ended, and keeps the way back', async () => {
    const cookie = 'marsad_session=gone';
    const { headers } = await ask(server.url, '/alerts', { headers: { cookie } });
    expect(headers.location).toBe('/login?next=%2Falerts&fault=session-ended');
    const page = await ask(server.url, headers.location ?? '', {
      headers: { 'accept-language': 'en' },
    });
    expect(page.text).toContain('Your session has ended');
  });

  it('ends with the logout', async () => {
    const { cookie, token } = await session('سلمى');
    expect((await send('/logout', { token: 'wrong' }, { cookie })).status).toBe(303);
    expect((await ask(server.url, '/', { headers: { cookie } })).status).toBe(200);
    expect((await send('/logout', { token }, { cookie })).status).toBe(303);
    expect((await ask(server.url, '/', { headers: { cookie } })).status).toBe(303);
  });
});

describe('a change', () => {
  it('is done for an operator, and written down', async () => {
    const { cookie, token } = await session('سلمى');
    asked.length = 0;
    const answer = await send('/failures/retry', { token, id: letter.id }, { cookie });
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      '/failures?done=done-retry&count=1',
    ]);
    expect(asked).toEqual(['retry job:pages:7', 'note سلمى retry done']);
  });

  it.each([
    ['without the token of its page', {}, {}, 403],
    ['with the token of another', { token: 'x'.repeat(43) }, {}, 403],
    ['from another site', 'own', { origin: 'https://evil.test' }, 403],
    ['from a page of no origin', 'own', { origin: 'null' }, 403],
    ['that a browser calls cross-site', 'own', { 'sec-fetch-site': 'cross-site' }, 403],
  ] as const)('%s is refused', async (_case, fields, headers, status) => {
    const { cookie, token } = await session('سلمى');
    asked.length = 0;
    const body = fields === 'own' ? { token } : fields;
    const answer = await send('/sources/almina/visit', body, { cookie, ...headers });
    expect([answer.status, asked]).toEqual([status, []]);
  });

  it('is refused to a viewer, who sees no button for it', async () => {
    const { cookie, token } = await session('nadim');
    const { text } = await ask(server.url, '/sources/almina', { headers: { cookie } });
    expect(text).not.toContain('/visit"');
    asked.length = 0;
    const form = token === '' ? field(text, 'token') : token;
    expect((await send('/sources/almina/visit', { token: form }, { cookie })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('of what is not there any more says so', async () => {
    const { cookie, token } = await session('سلمى');
    const answer = await send('/failures/retry', { token, id: 'job:pages:gone' }, { cookie });
    expect(answer.status).toBe(422);
  });
});

describe('programs', () => {
  const basic = (name: string, password: string): string =>
    `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  it.each([
    ['/metrics', 'Bearer metrics-token-7', 200],
    ['/metrics', 'Bearer another', 401],
    ['/feeds/articles.atom', 'Bearer metrics-token-7', 401],
    ['/feeds/articles.atom', basic('nadim', PASSWORD), 200],
    ['/feeds/articles.atom', basic('nadim', 'wrong'), 401],
    ['/sources', basic('nadim', PASSWORD), 303],
  ])('%s with %s answers %i', async (path, authorization, status) => {
    expect((await ask(server.url, path, { headers: { authorization } })).status).toBe(status);
  });
});

describe('a proxy that logs its users in', () => {
  it.each([
    [['127.0.0.1'], 'operator'],
    [['10.0.0.0/8'], 'none'],
  ])('from %j makes the named one %s', async (from, role) => {
    const proxied = await startSample({
      access: {
        users: [],
        proxy: { header: 'X-Forwarded-User', from, operators: ['salma'] },
        anonymous: 'none',
        sessionMs: 60_000,
      },
      publicUrl: 'https://marsad.example/',
    });
    const headers = {
      host: 'marsad.example',
      'x-forwarded-user': 'salma',
      'accept-language': 'en',
    };
    const { status, text } = await ask(proxied.url, '/', { headers });
    expect(status).toBe(role === 'none' ? 303 : 200);
    expect(text.includes('salma</bdi> · operator')).toBe(role === 'operator');
    expect((await ask(proxied.url, '/', { headers: { host: 'other.example' } })).status).toBe(421);
    await proxied.close();
  });

  it.each([
    ['127.0.0.1', ['127.0.0.1'], true],
    ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
    ['10.1.2.3', ['10.0.0.0/16'], false],
    ['fd00::1', ['10.0.0.0/8', 'fd00::/8'], true],
    ['', ['0.0.0.0/0'], false],
    ['nonsense', ['0.0.0.0/0'], false],
  ])('%s is of %j: %s', (address, list, is) => expect(isFrom(address, list)).toBe(is));
});

describe('the parts', () => {
  it.each([
    ['$scrypt$ln=31,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaGhhc2g', 'costs too much'],
    ['$scrypt$ln=0,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaGhhc2g', 'costs nothing'],
    ['$argon2id$v=19$m=65536$x$y', 'is of another kind'],
    ['', 'is none'],
  ])('%s is no hash: it %s', async (stored) => expect(await isPassword('x', stored)).toBe(false));

  it('ends sessions at their time and forgets the oldest of too many', () => {
    let now = 0;
    const sessions = openSessions(1000, () => now);
    const first = sessions.open('a');
    now = 999;
    expect(sessions.find(first)?.name).toBe('a');
    now = 1000;
    expect(sessions.find(first)).toBeUndefined();
    const oldest = sessions.open('b');
    for (let count = 0; count < 1000; count += 1) sessions.open('c');
    expect(sessions.find(oldest)).toBeUndefined();
  });

  it('lets tries through again after the window', () => {
    let now = 0;
    const throttle = openThrottle(() => now);
    const limit = { tries: 2, windowMs: 100 };
    throttle.fail('k', limit);
    expect(throttle.isFree('k', limit)).toBe(true);
    throttle.fail('k', limit);
    expect([throttle.isFree('k', limit), throttle.isFree('other', limit)]).toEqual([false, true]);
    now = 100;
    expect(throttle.isFree('k', limit)).toBe(true);
  });
});

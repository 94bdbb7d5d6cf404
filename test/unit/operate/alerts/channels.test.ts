import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { emailChannel, webhookChannel } from '../../../../src/operate/alerts/channels.ts';

const MESSAGE = {
  subject: 'Marsad: 1 new',
  text: 'source-silent (1)\n  صحيفة الميناء: no article for 9 h\n',
  data: { raised: [], again: [], recovered: [] },
};

it('signs what it sends to a webhook, so that its receiver can prove it', async () => {
  const secret = `whsec_${Buffer.from('a key that nobody else has').toString('base64')}`;
  const got: { headers: Record<string, string>; body: string }[] = [];
  let status = 204;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    got.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(status).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const channel = webhookChannel({ url, secret });
  await channel.send(MESSAGE, 'alert-1');
  const [first] = got;
  const read = new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {});
  expect(read).toMatchObject({ type: 'marsad.alert', text: MESSAGE.text });
  expect(first?.headers['webhook-id']).toBe('alert-1');
  status = 500;
  await expect(channel.send(MESSAGE, 'alert-2')).rejects.toThrow('answered 500');
  server.close();
});

it('sends e-mail through an SMTP server, Arabic whole', async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const smtp = `smtp://127.0.0.1:${port}`;
  const channel = await emailChannel({
    smtp,
    from: 'marsad@example.org',
    to: ['desk@example.org'],
  });
  await channel.send(MESSAGE, 'alert-1');
  const [mail = ''] = mails;
  expect(mail).toContain('To: desk@example.org');
  expect(mail).toContain('Message-ID: <alert-1@example.org>');
  const [, body = ''] = mail.split('\r\n\r\n');
  const encoding = /Content-Transfer-Encoding: (\S+)/iu.exec(mail)?.[1]?.toLowerCase();
  const text =
    encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : unquoted(body);
  expect(text.replaceAll('\r\n', '\n')).toContain('صحيفة الميناء: no article for 9 h');
  await new Promise<void>((closed) => server.close(closed));
  await expect(channel.send(MESSAGE, 'alert-2')).rejects.toThrow();
});

/** Quoted-printable (RFC 2045, 6.7). */
function unquoted(body: string): string {
  const bytes = body
    .replace(/[=]\r\n/gu, '')
    .replace(/[=]([0-9A-F]{2})/gu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

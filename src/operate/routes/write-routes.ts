import { Hono } from 'hono';
import { UsageError } from '../../errors.ts';
import type { ConsoleEnv } from '../access/gate.ts';
import type { DeadLetter } from '../operator-data.ts';
import { groupKey } from '../page/failures-page.ts';
import { triedPage } from '../page/tried-page.ts';
import { drawSource } from './draw-source.ts';
import { heldForms } from './held-routes.ts';
import { answerPage, notFound } from './page-answer.ts';
import {
  done,
  idOf,
  noted,
  type Post,
  received,
  type Sent,
  type WritePorts,
} from './write-parts.ts';

/**
 * The forms that change something. Each is refused unless an operator sends it, with the token of the
 * page that it stands on. Each is in the audit log, whether it was done or not.
 */
export function writeRoutes(ports: WritePorts): Hono<ConsoleEnv> {
  const { writes, view } = ports;
  const app = new Hono<ConsoleEnv>();
  const post: Post = (path, handle) => {
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
  heldForms(post, ports);
  return app;
}

/** The letters of a form: one by its id, or all that are of a group now. */
function idsOf({ field }: Sent, letters: readonly DeadLetter[]): string[] {
  const [id, group] = [field('id'), field('group')];
  return letters
    .filter((letter) => (group === '' ? letter.id === id : groupKey(letter) === group))
    .map((letter) => letter.id);
}

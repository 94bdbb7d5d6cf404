import type { OperatorWrites } from '../operator-data.ts';
import { repairPage } from '../page/held-card.ts';
import { drawSource } from './draw-source.ts';
import { answerPage, notFound } from './page-answer.ts';
import { done, idOf, noted, type Post, type WritePorts } from './write-parts.ts';

/** The forms of what a changed template made: its repair, and the readings that were held back. */
export function heldForms(post: Post, ports: WritePorts): void {
  const { writes, view } = ports;
  post('/sources/:id/repair', async (sent) => {
    const id = idOf(sent);
    return noted(sent, ports, { what: 'propose-repair', about: id }, async () => {
      const source = (await view.need()).sources.find((one) => one.id === id);
      if (!source) return notFound(sent.c, sent.reader);
      const body = repairPage(sent.reader, { source, repair: await writes.proposeRepair(id) });
      return answerPage(sent.c, sent.reader, { title: sent.reader.say('proposed-repair'), body });
    });
  });
  post('/sources/:id/repair/apply', async (sent) => {
    const id = idOf(sent);
    return noted(sent, ports, { what: 'apply-repair', about: id }, async () => {
      const seen = { version: sent.field('version'), digest: sent.field('digest') };
      const change = await writes.applyRepair(id, seen);
      return drawSource(sent.c, id, { ...ports, change });
    });
  });
  const acts: readonly (keyof OperatorWrites['held'])[] = ['retry', 'release', 'discard'];
  for (const what of acts) {
    post(`/sources/:id/held/${what}`, async (sent) => {
      const id = idOf(sent);
      return noted(sent, ports, { what: `held-${what}`, about: id }, async () => {
        const count = await writes.held[what](id);
        return done(sent, `/sources/${encodeURIComponent(id)}`, `done-held-${what}`, count);
      });
    });
  }
}

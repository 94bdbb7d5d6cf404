import type { Context } from 'hono';
import type { ConsoleEnv } from '../access/gate.ts';
import type { FileChange, OperatorReads } from '../operator-data.ts';
import { alertTable } from '../page/alerts-page.ts';
import { heldCard } from '../page/held-card.ts';
import type { Html } from '../page/html.ts';
import { card } from '../page/page-parts.ts';
import type { Reader } from '../page/page-reader.ts';
import { judgeAll } from '../page/source-choice.ts';
import { sourcePage } from '../page/source-page.ts';
import type { View } from '../view.ts';
import { answerPage, type Drawing, notFound, readerFor } from './page-answer.ts';

/** Records over which the coverage of fields is counted. */
const RECORDS_COUNTED = 100;

/** Alerts of one source that are shown. */
const ALERTS_SHOWN = 8;

/** The alerts of a source, those that are over too. */
function alertsOf(
  reader: Reader,
  id: string,
  { open, past }: Awaited<ReturnType<OperatorReads['alerts']>>,
): Html[] {
  const own = [...open, ...past].filter(({ subject }) => subject === id).slice(0, ALERTS_SHOWN);
  return own.length === 0 ? [] : [card(reader.say('alerts'), alertTable(reader, own))];
}

/** Draws a source's page; `change` is what was just written into its file. */
export async function drawSource(
  c: Context<ConsoleEnv>,
  id: string,
  {
    view,
    reads,
    drawing,
    change,
  }: {
    readonly view: View;
    readonly reads: OperatorReads;
    readonly drawing: Drawing;
    readonly change?: FileChange;
  },
): Promise<Response> {
  const reader = readerFor(c, drawing);
  const snapshot = change === undefined ? await view.need() : await view.anew();
  const state = snapshot.sources.find((source) => source.id === id);
  const detail = state && (await reads.source(id));
  if (!state || !detail) return notFound(c, reader);
  const [search, letters, alerts, held] = await Promise.all([
    reads.search({ source: id }, RECORDS_COUNTED),
    reads.deadLetters(),
    reads.alerts(reader),
    reads.held(id),
  ]);
  const [source] = judgeAll([state], reader.now);
  if (!source) return notFound(c, reader);
  const body = sourcePage(reader, {
    source,
    detail,
    records: search.lines,
    letters: letters.filter((letter) => letter.source === id),
    change,
    extra: [
      ...(held.length > 0 ? [heldCard(reader, id, held)] : []),
      ...alertsOf(reader, id, alerts),
    ],
  });
  return answerPage(c, reader, { title: state.name.slice(0, 80), body });
}

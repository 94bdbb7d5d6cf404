import { html } from 'hono/html';
import type { ConsoleData } from './console-data.ts';
import { type LiveFeed, type LiveMessage, liveFeed } from './live-feed.ts';
import type { Html } from './page/html.ts';
import { stateParts } from './page/live-page.ts';
import { recordCard } from './page/record-card.ts';
import { type Language, type Say, wordsOf } from './page/words/console-words.ts';
import type { View } from './view.ts';

/** Open streams at a time: many times the screens of a team, and 100 sockets cost nothing. */
export const STREAMS_MOST = 100;

/** A reader that is this many messages behind has stopped reading. */
const BACKLOG_MOST = 200;

/** How often state goes out while someone watches. */
const STATE_EVERY_MS = 3000;

/** The page's live side: its feed, and what a page that was cut off must get. */
export interface Live {
  readonly feed: LiveFeed;
  readonly catchUp: () => Promise<readonly LiveMessage[]>;
}

/** Opens the live side in a language: each change is drawn once, however many watch. */
export function openLive(data: ConsoleData, view: View, language: Language): Live {
  const say = wordsOf(language);
  const feed = liveFeed({
    seats: STREAMS_MOST,
    backlog: BACKLOG_MOST,
    onFirst: () => watch(data, { view, say, language }, feed),
  });
  return { feed, catchUp: () => catchUp({ view, say, language }) };
}

/** Feeds until the last reader leaves. */
function watch(data: ConsoleData, drawn: Drawn, feed: LiveFeed): () => void {
  const unsubscribe = data.events((record) => {
    const id = `${record.id}:${record.revision}`;
    void textOf(recordCard(drawn.say, record)).then((text) =>
      feed.send({ event: 'record', id, data: text }),
    );
  });
  const sendState = (): void => void stateMessage(drawn).then(feed.send);
  sendState();
  const timer = setInterval(sendState, STATE_EVERY_MS);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}

/** What is drawn, and in which words. */
interface Drawn {
  readonly view: View;
  readonly say: Say;
  readonly language: Language;
}

async function stateMessage({ view, ...reader }: Drawn): Promise<LiveMessage> {
  return { event: 'state', data: await textOf(stateParts(reader, await view.content())) };
}

async function catchUp({ view, say }: Drawn): Promise<LiveMessage[]> {
  const { records } = await view.content();
  const cards = await textOf(html`${records.map((record) => recordCard(say, record))}`);
  return [{ event: 'records', data: cards }];
}

async function textOf(part: Html): Promise<string> {
  return String(await part);
}

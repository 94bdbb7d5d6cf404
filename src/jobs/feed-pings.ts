import { setTimeout as pause } from 'node:timers/promises';
import { HostBusyError, MarsadError } from '../errors.ts';
import type { PostForm } from '../line/fetch/form-post.ts';
import type { ArticleRecord } from '../record/article.ts';

/** What tells a hub that feeds have news. */
export interface FeedPings {
  /** Notes a record that entered the log. */
  readonly note: (record: Pick<ArticleRecord, 'source'>) => void;
  /** Ends it; the hub finds what it was not told of when it next fetches the feeds by itself. */
  readonly close: () => void;
}

/** What the pings need. */
export interface FeedPingOptions {
  readonly post: PostForm;
  readonly hub: string;
  /** Public address of the folder of feeds, with its last slash. */
  readonly feeds: string;
  /** Names of the documents: `articles.atom`. */
  readonly documents: readonly string[];
  readonly onError: (topic: string, error: MarsadError) => void;
  /** Records that come within so long are told in one ping a feed. */
  readonly pauseMs?: number;
}

/** A hub fetches each feed that it is told of: once half a minute is often enough. */
const PAUSE_MS = 30_000;

/** Tries of one topic, the pause doubled after each to ten minutes: an hour and a half in all. */
const TRIES = 12;
const LONGEST_PAUSE_MS = 600_000;

/**
 * Tells a WebSub hub of feeds with news, as hubs take it: `hub.mode=publish` and the topic in
 * `hub.url` (PubSubHubbub 0.4, 7; W3C WebSub leaves the form open). Topics are the feeds of all
 * records and those of each source that had some. What a hub does not take is tried again; readers
 * that poll miss nothing.
 */
export function feedPings(options: FeedPingOptions): FeedPings {
  const { pauseMs = PAUSE_MS, feeds, documents } = options;
  /** Topics that are to be told, each with the tries that failed. */
  const waiting = new Map<string, number>();
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const arm = (ms: number): void => {
    if (!end.signal.aborted) timer ??= setTimeout(() => void tell(), ms).unref();
  };
  const tell = async (): Promise<void> => {
    for (const [topic, failures] of [...waiting]) {
      if (end.signal.aborted) return;
      waiting.delete(topic);
      const isTold = await ping(topic, options, end.signal);
      // News that came meanwhile has added the topic again.
      if (!isTold && failures + 1 < TRIES) waiting.set(topic, waiting.get(topic) ?? failures + 1);
    }
    timer = undefined;
    const most = Math.max(...waiting.values());
    if (waiting.size > 0) arm(Math.min(pauseMs * 2 ** most, LONGEST_PAUSE_MS));
  };
  return {
    note: ({ source }) => {
      for (const query of ['', `?source=${encodeURIComponent(source.id)}`])
        for (const document of documents) waiting.set(`${feeds}${document}${query}`, 0);
      arm(pauseMs);
    },
    close: () => {
      clearTimeout(timer);
      end.abort();
    },
  };
}

/** @returns true where the hub has taken it */
async function ping(
  topic: string,
  { post, hub, onError }: FeedPingOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const form = { 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic };
  while (!signal.aborted) {
    try {
      await post({ url: hub, form });
      return true;
    } catch (error) {
      if (!(error instanceof MarsadError)) throw error;
      if (!(error instanceof HostBusyError)) {
        onError(topic, error);
        return false;
      }
      // Our own pause between requests to a host: the next topic would meet it as well.
      const waitMs = Math.max(0, error.retryAt - Date.now());
      await pause(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
  return false;
}

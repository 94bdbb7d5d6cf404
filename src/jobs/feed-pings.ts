import { MarsadError } from '../errors.ts';
import type { PostForm } from '../line/fetch/form-post.ts';
import type { ArticleRecord } from '../record/article.ts';

/** What tells a hub that feeds have news. */
export interface FeedPings {
  /** Notes a record that entered the log. */
  readonly note: (record: Pick<ArticleRecord, 'source'>) => void;
  /** Ends it; what was noted and not told waits for the hub's own look at the feeds. */
  readonly close: () => void;
}

/** What the pings need. */
export interface FeedPingOptions {
  readonly post: PostForm;
  readonly hub: string;
  /** Address of the feeds' folder as the world sees it, with its last slash. */
  readonly feeds: string;
  /** Names of the documents: `articles.atom`. */
  readonly documents: readonly string[];
  readonly onError: (topic: string, error: MarsadError) => void;
  /** Records that come within so long are told in one ping a feed. */
  readonly pauseMs?: number;
}

/** A hub fetches each feed that it is told of: once half a minute is often enough. */
const PAUSE_MS = 30_000;

/**
 * Tells a WebSub hub of feeds with news, as hubs take it: `hub.mode=publish` and the topic in
 * `hub.url` (PubSubHubbub 0.4, 7; W3C WebSub leaves the form open). Topics are the feeds of all
 * records and those of each source that had some.
 */
export function feedPings(options: FeedPingOptions): FeedPings {
  const { pauseMs = PAUSE_MS } = options;
  const sources = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    timer = undefined;
    const named = [...sources].map((source) => `?source=${encodeURIComponent(source)}`);
    sources.clear();
    for (const query of ['', ...named])
      for (const document of options.documents)
        await ping(`${options.feeds}${document}${query}`, options);
  };
  return {
    note: ({ source }) => {
      sources.add(source.id);
      timer ??= setTimeout(() => void tell(), pauseMs).unref();
    },
    close: () => clearTimeout(timer),
  };
}

/** A hub that does not take it is told the next time; readers that poll miss nothing. */
async function ping(topic: string, { post, hub, onError }: FeedPingOptions): Promise<void> {
  try {
    await post({ url: hub, form: { 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic } });
  } catch (error) {
    if (!(error instanceof MarsadError)) throw error;
    onError(topic, error);
  }
}

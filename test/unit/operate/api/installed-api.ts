import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenDigest } from '../../../../src/cli/api-ports.ts';
import { startConsolePage } from '../../../../src/cli/console-page.ts';
import { type Installation, openInstallation } from '../../../../src/cli/installation.ts';
import { openRuntime } from '../../../../src/cli/runtime.ts';
import type { ArticleDraft } from '../../../../src/record/article.ts';
import { articleLog } from '../../../../src/state/article-log.ts';
import { draftOf, plainSketch } from '../../../article.ts';
import { startTestRedis } from '../../../redis.ts';
import { type Answer, ask, type PoliteFetch } from '../console-server.ts';

/** Tokens of the installation, as its users hold them. */
export const TOKENS = { reader: 'reader-secret', all: 'all-secret', slow: 'slow-secret' } as const;

/** The read API of a real installation on a Redis of its own. */
export interface InstalledApi {
  readonly url: string;
  readonly installation: Installation;
  /** Asks below /api/v1, with a token. */
  readonly ask: (path: string, options?: PoliteFetch & { token?: string }) => Promise<Answer>;
  readonly publish: (change: Partial<ArticleDraft>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const source = (name: string, host: string, more = ''): string =>
  `name: ${name}\nhomepage: https://${host}/\ncountry: LB\ndiscover:\n  - feed: https://${host}/feed\n${more}`;

/** Starts a console with its API; `settings` are lines of marsad.yaml. */
export async function installApi(settings = '', apiSettings = ''): Promise<InstalledApi> {
  const redis = await startTestRedis();
  const folder = mkdtempSync(join(tmpdir(), 'marsad-api-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'sources/almina.yaml'), source('الميناء', 'almina.test'));
  writeFileSync(
    join(folder, 'sources/alsahl.yaml'),
    source('السهل', 'www.alsahl.test', 'tags: [زراعة]\n'),
  );
  const [reader, all, slow] = [TOKENS.reader, TOKENS.all, TOKENS.slow].map(tokenDigest);
  process.env.API_TOKEN_ALL = all;
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { url: "unix:${redis.socket}" }\nconsole: { port: 0 }\nlog: { level: silent }\n${settings}\napi:\n  tokens:\n    reader: { sha256: ${reader} }\n    all: { sha256: env:API_TOKEN_ALL, scopes: [read, events, crawl] }\n    slow: { sha256: ${slow}, scopes: [events] }\n${apiSettings}`,
  );
  const installation = await openInstallation(folder);
  const runtime = await openRuntime(installation, () => {});
  const page = await startConsolePage(installation, runtime);
  const log = articleLog(installation.redis, installation.keys);
  return {
    url: page.url,
    installation,
    ask: (path, { token = TOKENS.all, headers = {}, ...rest } = {}) =>
      ask(page.url, `/api/v1${path}`, {
        ...rest,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      }),
    publish: async (change) => {
      const draft = draftOf(change);
      const fields = { headline: draft.headline, articleBody: draft.articleBody };
      await log.commit(draft, plainSketch({ fields }));
    },
    close: async () => {
      await page.close();
      await runtime.close();
      await installation.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { createHash } from 'node:crypto';
import type { Settings } from '../config/settings.ts';
import { ConfigError } from '../errors.ts';
import { crawlNow } from '../jobs/crawl-now.ts';
import { wordDiff } from '../line/dedupe/diff.ts';
import { Filter, hasAllWords, recordFilter } from '../line/deliver/filter.ts';
import { recordShape, Shape } from '../line/deliver/shape.ts';
import { openPostgresSearch, type PostgresSearch } from '../line/deliver/sinks/postgres-search.ts';
import type { ApiOptions, ApiPorts, ApiToken, SearchRequest } from '../operate/api/ports.ts';
import type { ConsoleData } from '../operate/console-data.ts';
import type { InstallationStatus } from '../operate/installation-status.ts';
import { type Redact, redactor } from '../operate/redaction.ts';
import { ArticleRecord } from '../record/article.ts';
import { rateLimit } from '../state/rate-limits.ts';
import { records as recordsOf } from '../state/records.ts';
import { visitLog } from '../state/visit-log.ts';
import type { Installation } from './installation.ts';
import { readable } from './readable.ts';
import type { Runtime } from './runtime.ts';
import { version } from './version.ts';

/** What the API tells of the installation. */
type StatusData = Pick<ConsoleData, 'sources' | 'health' | 'queues' | 'sinks' | 'alerts'>;

/** What the API of the settings is started with, and what ends what it opened. */
export interface OpenApi {
  readonly options: ApiOptions;
  readonly close: () => Promise<void>;
}

/** The API of the settings; undefined where they have none. @throws ConfigError */
export async function openApi(
  installation: Installation,
  runtime: Runtime,
  data: StatusData,
): Promise<OpenApi | undefined> {
  const { api, sinks } = installation.catalogue.settings;
  if (!api) return undefined;
  const search = await openSearch(sinks);
  const { requests, streams, origins } = api;
  const { redis, keys } = installation;
  const limitOf = (name: string, points: number) =>
    rateLimit(redis, keys, { name, points, seconds: MINUTE_S });
  return {
    options: {
      ports: apiPorts(installation, runtime, { data, search }),
      tokens: tokensOf(api.tokens),
      ...{ requests, streams, origins, version },
      limits: {
        requests: limitOf('api', requests),
        wrongTokens: limitOf('api-wrong', WRONG_MOST),
      },
      onFailure: (path, error) => {
        runtime.log.event('console-failed', { path, message: error.stack ?? error.message });
      },
    },
    close: async () => search?.close(),
  };
}

/** Wrong tokens of one address a minute: a script with an old token, and no guessing. */
const WRONG_MOST = 30;

const MINUTE_S = 60;

/** The search of the first sink `postgres`. */
async function openSearch(sinks: Settings['sinks']): Promise<PostgresSearch | undefined> {
  const [sink] = Object.values(sinks).filter((entry) => 'postgres' in entry);
  return sink && openPostgresSearch(sink.postgres);
}

type Tokens = NonNullable<Settings['api']>['tokens'];

/** @throws ConfigError where a variable is not set or holds no digest */
function tokensOf(tokens: Tokens): Record<string, ApiToken> {
  const entries = Object.entries(tokens).map(([name, { sha256, scopes }]) => {
    const digest = sha256.startsWith('env:') ? process.env[sha256.slice(4)] : sha256;
    if (digest && /^[\da-f]{64}$/iu.test(digest))
      return [name, { sha256: digest, scopes }] as const;
    throw new ConfigError(`api.tokens.${name}: ${sha256} is not set to a SHA-256 of 64 digits`, {
      hint: '`marsad api token` makes a token and prints its SHA-256.',
    });
  });
  return Object.fromEntries(entries);
}

/** The digest of a token, as settings have it. */
export const tokenDigest = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

interface Parts {
  readonly data: StatusData;
  readonly search: PostgresSearch | undefined;
}

function apiPorts(
  installation: Installation,
  { deps }: Runtime,
  { data, search }: Parts,
): ApiPorts {
  const { redis, keys, catalogue } = installation;
  const records = recordsOf(redis, keys);
  const tagsOf = (id: string): readonly string[] => catalogue.sources().get(id)?.tags ?? [];
  const { rights, ...filter } = Filter.shape;
  // What a filter asks of rights are parameters of their own.
  const Rights = rights.unwrap();
  const record = (id: string, revision?: number) =>
    readable(revision === undefined ? records.get(id) : records.at(id, revision));
  return {
    filter: {
      shape: { ...filter, ...Rights.shape },
      make: (values) =>
        recordFilter(
          Filter.strip().parse({
            ...values,
            rights: Rights.strip().parse(values),
          }),
          tagsOf,
        ),
    },
    shape: { shape: Shape.shape, make: (values) => recordShape(Shape.strip().parse(values)) },
    before: records.before,
    tail: records.tail,
    record,
    revisions: records.revisions,
    story: records.story,
    sources: data.sources,
    status: () => statusOf(data, redactor(installation.secrets)),
    visits: (source) => visitLog(redis, keys).of(source),
    crawl: async (url) => {
      const { host } = new URL(url);
      const source = [...catalogue.sources().values()].find(
        ({ enabled, homepage }) => enabled && siteOf(new URL(homepage).host) === siteOf(host),
      );
      return source && crawlNow(url, source, deps);
    },
    diff: wordDiff,
    words: hasAllWords,
    ...(search ? { search: (request) => searchHits(search, request, record) } : {}),
  };
}

async function statusOf(data: StatusData, redact: Redact): Promise<InstallationStatus> {
  const [{ ok, checks }, queues, sinks, alerts] = await Promise.all([
    data.health(),
    data.queues(),
    data.sinks(),
    data.alerts(),
  ]);
  const letters = [...queues.map(({ failed }) => failed), ...sinks.map((s) => s.undelivered ?? 0)];
  return {
    ok,
    checks: checks.map(({ detail, finding: _finding, ...check }) =>
      detail === undefined ? check : { ...check, detail: redact(detail) },
    ),
    openAlerts: alerts.length,
    deadLetters: letters.reduce((sum, count) => sum + count, 0),
  };
}

/** A site has one newsroom with and without `www.`. */
const siteOf = (host: string): string => host.replace(/^www\./u, '');

/** A sink may keep only some fields: the whole record then comes from the log. */
async function searchHits(
  search: PostgresSearch,
  request: SearchRequest,
  recordOf: ApiPorts['record'],
) {
  const hits = await search.find(request);
  return Promise.all(
    hits.map(async ({ id, record, at }) => ({
      record: ArticleRecord.safeParse(record).data ?? (await recordOf(id)),
      at,
    })),
  );
}

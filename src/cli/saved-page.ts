import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSettings, loadSource } from '../config/load.ts';
import { UnreadableError } from '../errors.ts';
import { decodeBytes } from '../line/fetch/charset.ts';
import type { Page } from '../record/fetched-page.ts';
import { Source } from '../source.ts';
import { checkContactFor } from './contact-check.ts';
import { type Input, readBytes } from './inputs.ts';
import { plugIns } from './plug-ins.ts';

/** A page that was saved carries no status; it was an answer once. */
const SAVED_STATUS = 200;

/**
 * The page of an input: read from the disk and decoded, or asked for by the rules of a configuration.
 * @throws ConfigError where a real site would be asked and no contact is set
 */
export async function pageOf(input: Input, config: string): Promise<Page> {
  return input.isUrl ? askOnce(input.file, config) : savedPage(input.file);
}

async function savedPage(file: string): Promise<Page> {
  const bytes = await readBytes(file);
  const decoded = decodeBytes(bytes);
  const url = pathToFileURL(file).href;
  return {
    url,
    requestedUrl: url,
    redirects: [],
    status: SAVED_STATUS,
    headers: {},
    ...decoded,
    bytes: bytes.length,
    ms: 0,
    at: new Date().toISOString(),
    via: 'http',
  };
}

/** Asks for one URL that the operator named; what the settings do not allow is refused as ever. */
async function askOnce(url: string, config: string): Promise<Page> {
  const settings = loadSettings(config, plugIns);
  // Loaded here, so that saved pages do not wait for what only the network needs.
  const { fetchOptions } = await import('./runtime.ts');
  const { createFetcher } = await import('../line/fetch/fetcher.ts');
  checkContactFor({ id: new URL(url).host, homepage: url }, settings);
  const options = fetchOptions(settings);
  const extra = (process.env.MARSAD_ALLOW_HOSTS ?? '').split(',').filter(Boolean);
  const fetcher = createFetcher({ ...options, allowHosts: [...options.allowHosts, ...extra] });
  try {
    return await fetcher.fetch({ url, kind: 'page' });
  } finally {
    await fetcher.close();
  }
}

/** Some inputs were URLs that could not be asked for, or not read. */
export class NotAskedError extends UnreadableError {
  override readonly code = 'NOT_ASKED';
}

/** The source that a page is read for: a file's, or one made up from the page's address. */
export interface SourceChoice {
  readonly config: string;
  readonly id?: string;
  readonly zone?: string;
}

/** The source named by `--source`, else a nameless one of the page's host. @throws ConfigError */
export function sourceFor(url: string, { config, id, zone }: SourceChoice): Source {
  if (id !== undefined) return loadSource(`${config}/sources/${id}.yaml`, plugIns);
  const host = url.startsWith('file:') ? basename(url) : new URL(url).host;
  const homepage = url.startsWith('file:') ? 'https://unknown.invalid/' : new URL('/', url).href;
  const source = Source.parse({
    name: host,
    homepage,
    discover: [{ feed: homepage }],
    timeZone: zone,
  });
  return { id: host.replaceAll(/[^a-z0-9]+/giu, '-').toLowerCase(), ...source };
}

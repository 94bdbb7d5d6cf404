import { randomUUID } from 'node:crypto';
import type { WARCRecord } from 'warcio';
import type { Link } from '../../../record/link.ts';
import type { Via } from '../../../record/page.ts';
import type { Answer } from '../client.ts';
import type { RequestKind } from '../request.ts';

/** An answer with what led to it. */
export interface ArchivedAnswer {
  readonly answer: Answer;
  readonly via: Via;
  readonly kind: RequestKind;
  /** The fields that were sent, names in lower case. */
  readonly sent: Readonly<Record<string, string>>;
  /** Id of the source that was asked for. */
  readonly source?: string | undefined;
  /** The link that led to the page: its route's words are read with the page. */
  readonly link?: Link | undefined;
}

/** Off by default, so that only who keeps an archive pays for loading its package (80 ms). */
const warcio = () => import('warcio');

const VERSION = 'WARC/1.1';

/** A new file's name, no two alike over processes and machines, and its `warcinfo` record. */
export async function newArchiveFile(): Promise<{ name: string; bytes: Uint8Array }> {
  const time = new Date().toISOString().replaceAll(/[-:T]|\.\d+Z/gu, '');
  const name = `marsad-${time}-${process.pid}-${randomUUID().slice(0, 8)}.warc.gz`;
  const { WARCRecord, WARCSerializer } = await warcio();
  const info = { software: 'Marsad', format: 'WARC File Format 1.1' };
  const record = WARCRecord.createWARCInfo({ filename: name, warcVersion: VERSION }, info);
  return { name, bytes: await WARCSerializer.serialize(record, { gzip: true }) };
}

/**
 * The members of an answer: `response` and `request`, or `resource` for what a browser drew, which
 * no server sent like that; then `metadata` with the link, so that a replay knows what the visit
 * knew.
 */
export async function newMembers(archived: ArchivedAnswer): Promise<Uint8Array> {
  const { WARCSerializer } = await warcio();
  const first =
    archived.via === 'browser' ? await resourceOf(archived) : await responseOf(archived);
  const id = first.warcHeader('WARC-Record-ID') ?? '';
  const rest =
    archived.via === 'browser'
      ? [await metadataOf(archived, id)]
      : [await requestOf(archived, id), await metadataOf(archived, id)];
  const members: Uint8Array[] = [];
  for (const record of [first, ...rest]) {
    members.push(await WARCSerializer.serialize(record, { gzip: true }));
  }
  return Buffer.concat(members);
}

const commonOf = ({ url, at }: Answer) =>
  ({
    url,
    date: new Date(at).toISOString(),
    warcVersion: VERSION,
    keepHeadersCase: true,
  }) as const;

async function responseOf({ answer }: ArchivedAnswer): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const statusline = `HTTP/1.1 ${answer.status} `;
  const httpHeaders = withoutFraming(answer);
  const about = { ...commonOf(answer), type: 'response', statusline, httpHeaders } as const;
  return WARCRecord.create(about, chunk(answer.packed));
}

async function resourceOf({ answer }: ArchivedAnswer): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const warcHeaders = { 'Content-Type': answer.headers['content-type'] ?? 'text/html' };
  const about = { ...commonOf(answer), type: 'resource', warcHeaders } as const;
  return WARCRecord.create(about, chunk(answer.body));
}

async function requestOf({ answer, sent }: ArchivedAnswer, id: string): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const { host, pathname, search } = new URL(answer.url);
  return WARCRecord.create(
    {
      ...commonOf(answer),
      type: 'request',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: { host, ...sent },
      warcHeaders: { 'WARC-Concurrent-To': id },
    },
    chunk(new Uint8Array()),
  );
}

async function metadataOf(archived: ArchivedAnswer, id: string): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const { answer, source, link, kind, via } = archived;
  const { requestedUrl, redirects, status, ms } = answer;
  const note = { marsad: 1, source, kind, via, requestedUrl, redirects, status, ms, link };
  const warcHeaders = { 'WARC-Refers-To': id, 'Content-Type': 'application/json' };
  const about = { ...commonOf(answer), type: 'metadata', warcHeaders } as const;
  return WARCRecord.create(about, chunk(Buffer.from(JSON.stringify(note))));
}

/** The body is kept without its chunks, so the field that announces them must go. */
function withoutFraming({ headers, packed }: Answer): Record<string, string> {
  const { 'transfer-encoding': _, ...kept } = headers;
  return { ...kept, 'content-length': String(packed.length) };
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

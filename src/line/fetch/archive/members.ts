import { randomUUID } from 'node:crypto';
import type { WARCRecord } from 'warcio';
import type { FetchMethod } from '../../../record/fetched-page.ts';
import type { Link } from '../../../record/link.ts';
import type { Answer } from '../client.ts';
import type { OptOut } from '../opt-out.ts';
import type { RequestKind } from '../request.ts';
import { type ArchiveNote, NOTE_FIELD } from './note.ts';

/** An answer with what led to it. */
export interface ArchivedAnswer {
  readonly answer: Answer;
  readonly via: FetchMethod;
  readonly kind: RequestKind;
  /** The fields that were sent, names in lower case. */
  readonly sent: Readonly<Record<string, string>>;
  /** Id of the source that was asked for. */
  readonly source?: string | undefined;
  /** What the site said of AI use before the page was asked for. */
  readonly optOut?: OptOut | undefined;
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
  const ids = { answer: newId(), note: newId() };
  const isDrawn = archived.via === 'browser';
  const records = isDrawn
    ? [await resourceOf(archived, ids), await metadataOf(archived, ids)]
    : [
        await responseOf(archived, ids),
        await requestOf(archived, ids),
        await metadataOf(archived, ids),
      ];
  const members: Uint8Array[] = [];
  for (const record of records) {
    members.push(await WARCSerializer.serialize(record, { gzip: true }));
  }
  return Buffer.concat(members);
}

/** The names of the records that belong together. */
interface Ids {
  readonly answer: string;
  readonly note: string;
}

const newId = (): string => `<urn:uuid:${randomUUID()}>`;

/** Names the note, so that a reader knows when it is lost; a field of our own (ISO 28500, 4). */
const answerFields = ({ answer, note }: Ids) => ({
  'WARC-Record-ID': answer,
  [NOTE_FIELD]: note,
});

const commonOf = ({ url, at }: Answer) =>
  ({
    url,
    date: new Date(at).toISOString(),
    warcVersion: VERSION,
    keepHeadersCase: true,
  }) as const;

async function responseOf({ answer }: ArchivedAnswer, ids: Ids): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const statusline = `HTTP/1.1 ${answer.status} `;
  const httpHeaders = withoutFraming(answer);
  const warcHeaders = answerFields(ids);
  const fields = { ...commonOf(answer), type: 'response', statusline, warcHeaders } as const;
  return WARCRecord.create({ ...fields, httpHeaders }, chunk(answer.packed));
}

async function resourceOf({ answer }: ArchivedAnswer, ids: Ids): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const type = answer.headers['content-type'] ?? 'text/html';
  const warcHeaders = { ...answerFields(ids), 'Content-Type': type };
  const about = { ...commonOf(answer), type: 'resource', warcHeaders } as const;
  return WARCRecord.create(about, chunk(answer.body));
}

async function requestOf({ answer, sent }: ArchivedAnswer, ids: Ids): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const { host, pathname, search } = new URL(answer.url);
  return WARCRecord.create(
    {
      ...commonOf(answer),
      type: 'request',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: { host, ...sent },
      warcHeaders: { 'WARC-Concurrent-To': ids.answer },
    },
    chunk(new Uint8Array()),
  );
}

async function metadataOf(archived: ArchivedAnswer, ids: Ids): Promise<WARCRecord> {
  const { WARCRecord } = await warcio();
  const { answer, sent: _, ...about } = archived;
  const { requestedUrl, redirects, status, ms } = answer;
  const note: ArchiveNote = {
    marsad: 1,
    ...about,
    requestedUrl,
    redirects: [...redirects],
    status,
    ms,
  };
  const warcHeaders = {
    'WARC-Record-ID': ids.note,
    'WARC-Refers-To': ids.answer,
    'Content-Type': 'application/json',
  };
  const fields = { ...commonOf(answer), type: 'metadata', warcHeaders } as const;
  return WARCRecord.create(fields, chunk(Buffer.from(JSON.stringify(note))));
}

/** The body is kept without its chunks, so the field that announces them must go. */
function withoutFraming({ headers, packed }: Answer): Record<string, string> {
  const { 'transfer-encoding': _, ...kept } = headers;
  return { ...kept, 'content-length': String(packed.length) };
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

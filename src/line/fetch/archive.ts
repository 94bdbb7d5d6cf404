import { randomUUID } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StateError } from '../../errors.ts';
import type { Answer } from './client.ts';

/** Where answers are kept as they came, and when a new file begins. */
export interface ArchiveOptions {
  readonly folder: string;
  /** Default 1 GB, as web archives cut theirs (ISO 28500, annex C). */
  readonly fileBytes?: number;
  /** Default one day. */
  readonly fileMs?: number;
}

/** An archive in WARC 1.1 (ISO 28500:2017), each record a gzip member of its own. */
export interface Archive {
  /**
   * Keeps an answer and its request; what is written is on the disk when it returns.
   * @throws StateError where the disk takes no more
   */
  readonly write: (answer: Answer, sent: Readonly<Record<string, string>>) => Promise<void>;
}

const FILE_BYTES = 1_000_000_000;
const FILE_MS = 86_400_000;

interface OpenFile {
  readonly path: string;
  readonly until: number;
  bytes: number;
}

/** Opens an archive; its first file is made with the first answer. */
export function openArchive(options: ArchiveOptions): Archive {
  const { folder, fileBytes = FILE_BYTES, fileMs = FILE_MS } = options;
  let file: OpenFile | undefined;
  // One record after another: members of a file must not mingle.
  let last: Promise<void> = Promise.resolve();
  const append = async (members: readonly Uint8Array[]): Promise<void> => {
    if (!file || file.bytes >= fileBytes || Date.now() >= file.until) {
      file = await newFile(folder, Date.now() + fileMs);
    }
    const bytes = Buffer.concat(members);
    await appendFile(file.path, bytes);
    file.bytes += bytes.length;
  };
  return {
    async write(answer, sent) {
      const members = await membersOf(answer, sent);
      const written = last.then(() => append(members));
      last = written.catch(() => undefined);
      await written.catch((cause: unknown) => {
        throw new StateError(`The archive in ${folder} cannot be written: ${String(cause)}`, {
          hint: 'Make room on its disk or switch the archive off.',
          cause,
        });
      });
    },
  };
}

/** Off by default, so that only who keeps an archive pays for loading its package (80 ms). */
const warcio = () => import('warcio');

async function newFile(folder: string, until: number): Promise<OpenFile> {
  await mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(/[-:T]|\.\d+Z/gu, '');
  const name = `marsad-${time}-${process.pid}-${randomUUID().slice(0, 8)}.warc.gz`;
  const path = join(folder, name);
  const { WARCRecord, WARCSerializer } = await warcio();
  const info = { software: 'Marsad', format: 'WARC File Format 1.1' };
  const record = WARCRecord.createWARCInfo({ filename: name, warcVersion: 'WARC/1.1' }, info);
  const first = await WARCSerializer.serialize(record, { gzip: true });
  await appendFile(path, first);
  return { path, until, bytes: first.length };
}

async function membersOf(
  answer: Answer,
  sent: Readonly<Record<string, string>>,
): Promise<Uint8Array[]> {
  const { WARCRecord, WARCSerializer } = await warcio();
  const common = { url: answer.url, date: new Date(answer.at).toISOString() };
  const version = { warcVersion: 'WARC/1.1' } as const;
  const response = WARCRecord.create(
    {
      ...common,
      ...version,
      type: 'response',
      statusline: `HTTP/1.1 ${answer.status} `,
      httpHeaders: withoutFraming(answer),
    },
    chunk(answer.packed),
  );
  const { host, pathname, search } = new URL(answer.url);
  const request = WARCRecord.create(
    {
      ...common,
      ...version,
      type: 'request',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: { host, ...sent },
      warcHeaders: { 'WARC-Concurrent-To': response.warcHeader('WARC-Record-ID') ?? '' },
    },
    chunk(new Uint8Array()),
  );
  return [
    await WARCSerializer.serialize(response, { gzip: true }),
    await WARCSerializer.serialize(request, { gzip: true }),
  ];
}

/** The body is kept without its chunks, so the field that announces them must go. */
function withoutFraming({ headers, packed }: Answer): Record<string, string> {
  const { 'transfer-encoding': _, ...kept } = headers;
  return { ...kept, 'content-length': String(packed.length) };
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

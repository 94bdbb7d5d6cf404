import { z } from 'zod';
import { RecordUnreadableError } from '../errors.ts';
import { ArticleRecord, Decision, SCHEMA_VERSION } from '../record/article.ts';
import { issueText } from './log-entry.ts';
import { type UnpackedRecord, unpackRecord } from './record-text.ts';

/**
 * A record as it is stored, which was checked when it was read. What stays in hand is its JSON: a
 * record taken apart is many small objects, and a deliverer holds thousands of records at a time.
 */
export class StoredRecord {
  readonly id: string;
  readonly revision: number;
  readonly change: ArticleRecord['change'];
  /** The id of its source. */
  readonly source: string;
  /** In UTF-8, on one line. */
  readonly json: Buffer;
  #forms: Map<string, Buffer> | undefined;

  private constructor({ id, revision, change, source }: Named, json: Buffer) {
    this.id = id;
    this.revision = revision;
    this.change = change;
    this.source = source;
    this.json = json;
  }

  /**
   * Unpacks and checks what is stored, in one or two parts.
   * @throws RecordUnreadableError where it is damaged or of a version that this release does not know
   */
  static checked(...parts: readonly Buffer[]): StoredRecord {
    const unpacked = unpack(parts);
    const { bytes: json } = unpacked;
    const named = nameOf(unpacked);
    if (named) return new StoredRecord(named, json);
    const record = parseRecord(json.toString('utf8'));
    const names = { ...record, source: record.source.id };
    return new StoredRecord(names, json.includes('\n') ? jsonOf(record) : json);
  }

  /** The record itself, made of its JSON each time. */
  read(): ArticleRecord {
    return JSON.parse(this.json.toString('utf8'));
  }

  /** Its JSON in a form that several ask for by the same name: made once. */
  inForm(name: string, make: (record: ArticleRecord) => object): Buffer {
    this.#forms ??= new Map();
    const form = this.#forms.get(name) ?? jsonOf(make(this.read()));
    this.#forms.set(name, form);
    return form;
  }
}

const jsonOf = (value: object): Buffer => Buffer.from(JSON.stringify(value));

function unpack(parts: readonly Buffer[]): UnpackedRecord {
  try {
    return unpackRecord(...parts);
  } catch (cause) {
    if (cause instanceof RecordUnreadableError) throw cause;
    throw new RecordUnreadableError(`record: broken packing (${String(cause)})`, { cause });
  }
}

/** What a record is known by. */
interface Named extends Pick<ArticleRecord, 'id' | 'revision' | 'change'> {
  /** The id of its source. */
  readonly source: string;
}

/** What is decided about an article, which is written plain in front of its text. */
const Head = z.object({ id: z.string(), ...Decision.shape });

/** How the rest begins as this release writes it. */
const REST_OPENING = new RegExp(
  `^"schemaVersion":${SCHEMA_VERSION},"source":\\{"id":"([^"\\\\]{1,200})"`,
  'u',
);

/** Bytes of the rest that hold its opening. */
const OPENING_BYTES = 300;

/**
 * What a record is known by, of one whose text has the checksum that it was stored with: the draft was
 * checked then, so the head alone is read, and no deliverer takes thousands of texts apart. Undefined
 * for any other make.
 */
function nameOf({ bytes, restAt }: UnpackedRecord): Named | undefined {
  if (restAt === undefined) return undefined;
  const [, source] =
    REST_OPENING.exec(bytes.toString('utf8', restAt, restAt + OPENING_BYTES)) ?? [];
  const head = bytes.toString('utf8', 0, restAt);
  if (source === undefined || !head.endsWith(',') || head.includes('\n')) return undefined;
  const read = Head.safeParse(parseJson(`${head.slice(0, -1)}}`));
  return read.success ? { ...read.data, source } : undefined;
}

const Versioned = z.looseObject({ schemaVersion: z.unknown() });

/**
 * Reads a stored record. Keys that a later release of the same version added are kept as they are.
 * @throws RecordUnreadableError where it is damaged or of a version that this release does not know
 */
function parseRecord(json: string): ArticleRecord {
  const value = parseJson(json);
  const version = Versioned.safeParse(value).data?.schemaVersion;
  if (version !== SCHEMA_VERSION) {
    throw new RecordUnreadableError(
      `record of schemaVersion ${JSON.stringify(version) ?? 'none'}, this release reads ${SCHEMA_VERSION}`,
      { hint: 'Upgrade Marsad, then: marsad failures retry' },
    );
  }
  const read = ArticleRecord.safeParse(value);
  if (read.success) return read.data;
  if (hasOnlyAdditions(value, read.error)) return value;
  throw new RecordUnreadableError(`record: ${issueText(read.error)}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new RecordUnreadableError(`record: broken JSON (${String(cause)})`, { cause });
  }
}

/** Within a version the form only gains fields: a record with more of them is a good one. */
function hasOnlyAdditions(value: unknown, { issues }: z.ZodError): value is ArticleRecord {
  return typeof value === 'object' && issues.every(({ code }) => code === 'unrecognized_keys');
}

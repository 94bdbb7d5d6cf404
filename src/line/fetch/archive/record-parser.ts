import { parseFields } from './header-fields.ts';
import type { ArchiveFault, Piece } from './pieces.ts';
import type { RecordChoice, WarcRecord } from './warc-record.ts';

/** Takes an archive's bytes and gives its records. */
export interface RecordParser {
  readonly take: (piece: Piece) => Generator<WarcRecord | ArchiveFault>;
  /** Forgets the record in hand: the bytes that follow are not its own. */
  readonly lose: () => void;
  /** To be called when no bytes follow: gives a record that is cut off as a fault. */
  readonly end: () => Generator<ArchiveFault>;
}

/** Real headers are below 2 KB; longer than that is no header. */
const HEADER_BYTES = 65_536;

/** How every record begins; version 1.0 and 1.1 are read alike. */
const BEGIN = 'WARC/1.';

const BLANK_LINE = '\r\n\r\n';

/** What the next byte belongs to. */
type State =
  /** The line ends between two records. */
  | { readonly in: 'gap' }
  /** No record: the beginning of the next one is searched for; `tail` are the last bytes before. */
  | { readonly in: 'lost'; readonly tail: Buffer }
  | { readonly in: 'header'; readonly offset: number; readonly bytes: Buffer }
  | { readonly in: 'block'; readonly record: OpenRecord; readonly left: number };

interface OpenRecord extends Omit<WarcRecord, 'block'> {
  /** Undefined where the block is read over. */
  readonly chunks: Buffer[] | undefined;
}

/** What a state made of some bytes. */
interface Step {
  readonly next: State;
  /** Bytes it used up. */
  readonly used: number;
  readonly found?: WarcRecord | ArchiveFault;
}

interface Place {
  readonly file: string;
  readonly choice: RecordChoice;
  /** Of the first of the bytes. */
  readonly offset: number;
}

const GAP: State = { in: 'gap' };
const LOST: State = { in: 'lost', tail: Buffer.alloc(0) };

/** A parser for the bytes of one file. */
export function recordParser(file: string, choice: RecordChoice): RecordParser {
  let state: State = GAP;
  return {
    *take({ bytes, offset, isPacked, isStart }) {
      if (isStart && bytes.toString('latin1', 0, BEGIN.length) === BEGIN) {
        const cut = cutFault(state, file);
        state = GAP;
        if (cut) yield cut;
      }
      for (let at = 0; at < bytes.length; ) {
        const place = { file, choice, offset: isPacked ? offset : offset + at };
        const step: Step = stepOf(state, bytes.subarray(at), place);
        state = step.next;
        at += step.used;
        if (step.found) yield step.found;
      }
    },
    lose() {
      state = LOST;
    },
    *end() {
      const cut = cutFault(state, file);
      if (cut) yield cut;
    },
  };
}

function stepOf(state: State, bytes: Buffer, place: Place): Step {
  switch (state.in) {
    case 'gap':
      return skipGap(bytes, place);
    case 'lost':
      return search(state.tail, bytes, place);
    case 'header':
      return readHeader(state, bytes, place);
    case 'block':
      return readBlock(state, bytes);
  }
}

function skipGap(bytes: Buffer, { offset }: Place): Step {
  const used = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  if (used < 0) return { next: GAP, used: bytes.length };
  // The header's own place is found with its first byte in hand.
  if (used > 0) return { next: GAP, used };
  return { next: { in: 'header', offset, bytes: Buffer.alloc(0) }, used: 0 };
}

/** Looks for a line that begins a record. */
function search(tail: Buffer, bytes: Buffer, { offset }: Place): Step {
  const both = Buffer.concat([tail, bytes]);
  const found = both.indexOf(`\n${BEGIN}`);
  if (found < 0) {
    const next = { in: 'lost', tail: both.subarray(-BEGIN.length) } as const;
    return { next, used: bytes.length };
  }
  const used = found + 1 - tail.length;
  if (used >= 0) return { next: GAP, used };
  // It begins in the bytes before these.
  return { next: { in: 'header', offset: offset + used, bytes: tail.subarray(used) }, used: 0 };
}

function readHeader(state: State & { in: 'header' }, bytes: Buffer, place: Place): Step {
  const before = state.bytes.length;
  const both = before === 0 ? bytes : Buffer.concat([state.bytes, bytes]);
  if (!BEGIN.startsWith(both.toString('latin1', 0, BEGIN.length))) {
    return stray(state, 'expected a record of WARC 1.0 or 1.1', place);
  }
  const end = both.indexOf(BLANK_LINE);
  if (end < 0 && both.length > HEADER_BYTES) {
    return stray(state, `the header is longer than ${HEADER_BYTES} bytes`, place);
  }
  if (end < 0) return { next: { ...state, bytes: Buffer.from(both) }, used: bytes.length };
  const used = end + BLANK_LINE.length - before;
  return openRecord(state, { header: both.toString('utf8', 0, end), used }, place);
}

function stray({ offset }: { offset: number }, reason: string, { file }: Place): Step {
  return { next: LOST, used: 0, found: { file, offset, reason } };
}

interface Header {
  readonly header: string;
  readonly used: number;
}

function openRecord(state: State & { in: 'header' }, head: Header, place: Place): Step {
  const { file, choice } = place;
  const { offset } = state;
  const [, ...lines] = head.header.split('\r\n');
  const fields = parseFields(lines);
  const announced = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(announced)) {
    const found = { file, offset, reason: 'the record has no Content-Length' };
    return { next: LOST, used: head.used, found };
  }
  const length = Number(announced);
  const isKept = length <= choice.mostBytes && choice.isWanted(fields);
  const record = { file, offset, fields, length, chunks: isKept ? [] : undefined };
  if (length > 0) return { next: { in: 'block', record, left: length }, used: head.used };
  return { next: GAP, used: head.used, found: close(record) };
}

function readBlock({ record, left }: State & { in: 'block' }, bytes: Buffer): Step {
  const used = Math.min(left, bytes.length);
  record.chunks?.push(Buffer.from(bytes.subarray(0, used)));
  if (used < left) return { next: { in: 'block', record, left: left - used }, used };
  return { next: GAP, used, found: close(record) };
}

function close({ chunks, ...record }: OpenRecord): WarcRecord {
  return { ...record, block: chunks && Buffer.concat(chunks) };
}

/** The record in hand when its bytes end too early. */
function cutFault(state: State, file: string): ArchiveFault | undefined {
  if (state.in === 'header') return { file, offset: state.offset, reason: 'the header is cut off' };
  if (state.in !== 'block') return undefined;
  const { offset, length } = state.record;
  const reason = `the record is cut off: ${length - state.left} of ${length} bytes are there`;
  return { file, offset, reason };
}

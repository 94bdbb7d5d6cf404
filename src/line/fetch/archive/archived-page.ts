import { MalformedError, TooLargeError, UnreadableError } from '../../../errors.ts';
import type { FetchMethod, Page } from '../../../record/fetched-page.ts';
import { checkAnswer } from '../answer-check.ts';
import { pageOf } from '../answer-page.ts';
import type { Answer } from '../client.ts';
import { unpack } from '../decompress.ts';
import type { FetchLimits } from '../limits.ts';
import { findOptOut } from '../opt-out.ts';
import { type Capture, placeOf, urlOf } from './captures.ts';
import { type HttpMessage, parseHttpMessage } from './http-message.ts';

/** How a capture is read. */
export interface ArchivedReading {
  readonly limits: FetchLimits;
  /** Our product token: an opt-out may name robots. */
  readonly agent: string;
}

/** True where the answer says it is a document of HTML, or does not say what it is. */
export function isDocument(capture: Capture): boolean {
  const { note, record } = capture;
  const { fields, block } = record;
  if (note && note.kind !== 'page') return false;
  if (!/^https?:/iu.test(urlOf(capture))) return false;
  const isResource = fields.get('warc-type') === 'resource';
  const type = isResource
    ? fields.get('content-type')
    : block && parseHttpMessage(block)?.headers['content-type'];
  return type === undefined || /^\s*(?:text\/html|application\/xhtml\+xml|$)/iu.test(type);
}

/**
 * The page of a capture, as the fetch step gave it or would have given it on that day.
 * @throws TooLargeError, MalformedError, BotWallError, the class of a status of 400 and more;
 * UnreadableError for an answer without a date
 */
export async function readArchivedPage(capture: Capture, reading: ArchivedReading): Promise<Page> {
  const { note } = capture;
  const answer = await answerOf(capture, reading.limits);
  checkAnswer(answer);
  const via = viaOf(capture);
  const page = pageOf(answer, via);
  const noRobots = { groups: [], sitemaps: [] };
  const optOut = findOptOut(answer.headers, noRobots, reading.agent) ?? note?.optOut;
  return {
    ...page,
    archive: placeOf(capture),
    ...(optOut ? { optOut } : {}),
    ...(note ? {} : { robots: 'unknown' as const }),
  };
}

/** The note says how the page was asked for; an AMP twin is another page than the link's. */
function viaOf({ note, record: { fields } }: Capture): FetchMethod {
  if (fields.get('warc-type') === 'resource') return 'browser';
  return note?.link && note.requestedUrl !== note.link.url ? 'amp' : 'http';
}

async function answerOf(capture: Capture, limits: FetchLimits): Promise<Answer> {
  const { note } = capture;
  const url = urlOf(capture);
  const message = messageOf(capture);
  const encoding = message.headers['content-encoding'];
  const body = await unpack({ bytes: message.body, encoding, url }, limits);
  return {
    ...message,
    url,
    requestedUrl: note?.requestedUrl ?? url,
    redirects: note?.redirects ?? [],
    status: note?.status ?? message.status,
    body,
    packed: message.body,
    ms: note?.ms ?? 0,
    at: dateOf(capture),
  };
}

function messageOf(capture: Capture): HttpMessage {
  const { fields, block, length } = capture.record;
  if (!block) throw new TooLargeError(`${placeOf(capture)} holds ${length} bytes`);
  if (fields.get('warc-type') === 'resource') {
    const type = fields.get('content-type') ?? 'text/html';
    return { status: 200, headers: { 'content-type': type }, body: block };
  }
  const message = parseHttpMessage(block);
  if (!message) throw new MalformedError(`${placeOf(capture)} holds no HTTP answer`);
  return message;
}

/** Unix ms. */
function dateOf(capture: Capture): number {
  const date = capture.record.fields.get('warc-date') ?? '';
  const at = Date.parse(date);
  if (!Number.isNaN(at)) return at;
  throw new UnreadableError(`${placeOf(capture)} has no WARC-Date, found “${date.slice(0, 40)}”`);
}

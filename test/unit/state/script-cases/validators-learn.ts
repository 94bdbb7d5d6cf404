import { urlDigest } from '../../../../src/state/seen.ts';
import { redisValidators } from '../../../../src/state/validators.ts';
import { DAY, type Place, type ScriptCases } from './script-case.ts';

const URL = 'https://akhbar.example/feed';
const KEY = `validators:${urlDigest(URL)}`;
const MONDAY = 'Mon, 02 Nov 2026 08:00:00 GMT';
const TUESDAY = 'Tue, 03 Nov 2026 08:00:00 GMT';

const note =
  (status: number, text: string, headers: Record<string, string>, readBy?: string) =>
  ({ redis, keys }: Place) =>
    redisValidators(redis, keys).note(URL, { status, text, headers }, readBy);

const answer = (text: string, etag: string, modified?: string) =>
  note(200, text, { etag, ...(modified ? { 'last-modified': modified } : {}) });

const unchanged = (headers: Record<string, string> = {}) => note(304, '', headers);

/** What is known after one whole answer, in the fields of the script. */
const KNOWN = {
  etag: '"a"',
  lastModified: '',
  body: urlDigest('أمس'),
  readBy: '',
  unchanged: '0',
  lies: '0',
  full: '1',
};

const known = (change: Record<string, string> = {}) => ({
  [KEY]: { hash: { ...KNOWN, ...change }, life: 30 * DAY },
});

/** In doubt, after twenty whole answers: the next is a probe by what was kept. */
const PROBED = { lies: '1', full: '20', staleEtag: '"old"', staleModified: '' };

/** Validators are learnt from each answer, and so is whether they can be trusted. */
export const validatorsLearn: ScriptCases = {
  'keeps what the first answer gives': () => ({
    call: answer('أمس', '"a"'),
    after: known(),
  }),
  'keeps by which rules the body was read': () => ({
    given: known({ readBy: urlDigest('h2 a') }),
    call: note(200, 'أمس', { etag: '"a"' }, 'h3 a'),
    after: known({ readBy: urlDigest('h3 a'), full: '2' }),
  }),
  'keeps them over a 304': () => ({
    given: known({ readBy: urlDigest('h2 a') }),
    call: unchanged(),
    after: known({ readBy: urlDigest('h2 a'), unchanged: '1' }),
  }),
  'keeps the digest of the body alone where an answer gives no validator': () => ({
    call: note(200, 'أمس', {}),
    after: known({ etag: '' }),
  }),
  'keeps the new ones of a body that changed with them': () => ({
    given: known(),
    call: answer('اليوم', '"b"', MONDAY),
    after: known({ etag: '"b"', lastModified: MONDAY, body: urlDigest('اليوم'), full: '2' }),
  }),
  'counts a 304, and renews the life': () => ({
    given: { [KEY]: { hash: { ...KNOWN, unchanged: '4' }, life: 100 } },
    call: unchanged(),
    after: known({ unchanged: '5' }),
  }),
  'begins the count anew with a whole answer': () => ({
    given: known({ unchanged: '20' }),
    call: answer('أمس', '"a"'),
    after: known({ full: '2' }),
  }),
  'finds a site out whose body changes under one ETag': () => ({
    given: known(),
    call: answer('اليوم', '"a"'),
    after: known({ body: urlDigest('اليوم'), lies: '2', full: '2' }),
  }),
  'finds a site out whose body changes under one date': () => ({
    given: known({ etag: '', lastModified: MONDAY }),
    call: answer('اليوم', '', MONDAY),
    after: known({
      ...{ etag: '', lastModified: MONDAY },
      ...{ body: urlDigest('اليوم'), lies: '2', full: '2' },
    }),
  }),
  'finds a site out whose 304 carries another ETag': () => ({
    given: known(),
    call: unchanged({ etag: '"b"' }),
    after: known({ unchanged: '1', lies: '2' }),
  }),
  'finds a site out whose 304 carries another date and no ETag is known': () => ({
    given: known({ etag: '', lastModified: MONDAY }),
    call: unchanged({ 'last-modified': TUESDAY }),
    after: known({ etag: '', lastModified: MONDAY, unchanged: '1', lies: '2' }),
  }),
  'takes the tag of a packed answer for the same': () => ({
    given: known({ etag: '"a-gzip"' }),
    call: unchanged({ etag: 'W/"a"' }),
    after: known({ etag: '"a-gzip"', unchanged: '1' }),
  }),
  'doubts a site that had news after twenty 304, and keeps what it answered them by': () => ({
    given: known({ unchanged: '20', full: '7' }),
    call: answer('اليوم', '"b"'),
    after: known({
      ...{ etag: '"b"', body: urlDigest('اليوم'), lies: '1', full: '0' },
      ...{ staleEtag: '"a"', staleModified: '' },
    }),
  }),
  'trusts a site that answers the probe with the whole': () => ({
    given: known(PROBED),
    call: answer('اليوم', '"b"'),
    after: known({ ...PROBED, etag: '"b"', body: urlDigest('اليوم'), lies: '0', full: '21' }),
  }),
  'finds a site out that answers the probe with 304': () => ({
    given: known(PROBED),
    call: unchanged(),
    after: known({ ...PROBED, unchanged: '1', lies: '2' }),
  }),
  'never trusts a site again that was found out': () => ({
    given: known({ lies: '2' }),
    call: answer('اليوم', '"b"'),
    after: known({ etag: '"b"', body: urlDigest('اليوم'), lies: '2', full: '2' }),
  }),
};

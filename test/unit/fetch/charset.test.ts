import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';

const LONG =
  'أعلنت بلدية المدينة الساحلية، صباح الثلاثاء، افتتاح مكتبة عامة جديدة في حي الميناء القديم، ' +
  'بعد ثلاث سنوات من أعمال الترميم. وقال رئيس المجلس إن المبنى يضم أكثر من أربعين ألف كتاب وقاعة ' +
  'للأطفال. وأضاف: «سنفتح الأبواب مجاناً طوال أيام الأسبوع». هل تكفي الميزانية؟ لا أحد يعرف بعد.';
const SHORT = 'أمطار غزيرة على السواحل';
const HEADLINES = [
  'ارتفاع أسعار القمح',
  'وفاة الشاعر سالم الرملي',
  'فوز فريق النهضة بالكأس',
  'طقس الغد',
];
const FRENCH =
  'Le ministère a annoncé l’ouverture d’une école près du marché, où étaient réunis des élèves.';
const MIXED = `${LONG} وذكر موقع Nouvelles de l’été أن café القديم أُغلق.`;

const page = (text: string, charset?: string): string =>
  `<!doctype html><html dir="rtl"><head>${charset ? `<meta charset="${charset}">` : ''}` +
  `<title>${text.slice(0, 30)}</title></head><body><p>${text}</p></body></html>`;

const encode = (text: string, charset: string): Buffer => iconv.encode(text, charset);

const TEXTS: [string, string][] = [
  ['long', LONG],
  ['short', SHORT],
  ['mixed with French', MIXED],
  ...HEADLINES.map((text): [string, string] => [text, text]),
];

it.each(TEXTS)('%s: reads windows-1256 without any declaration', (_, text) => {
  const source = page(text);
  const bytes = encode(source, 'windows-1256');
  // What the encoding cannot hold is lost before it comes to us.
  const sent = iconv.decode(bytes, 'windows-1256');
  expect(decodeBytes(bytes)).toMatchObject({
    text: sent,
    charset: 'windows-1256',
    charsetFrom: 'statistics',
  });
});

it.each(TEXTS.filter(([name]) => !name.startsWith('mixed')))(
  '%s: reads ISO-8859-6 without any declaration',
  (_, text) => {
    // The old encoding has neither guillemets nor French letters.
    const bytes = encode(page(text.replaceAll(/[«»]/gu, '"')), 'iso-8859-6');
    expect(decodeBytes(bytes)).toMatchObject({ charset: 'iso-8859-6', charsetFrom: 'statistics' });
    expect(decodeBytes(bytes).text).toContain(text.slice(0, 10));
  },
);

it.each(['utf-8', 'utf-16le', 'utf-16be'])(
  '%s: reads every text without a declaration',
  (charset) => {
    for (const [, text] of TEXTS) {
      const decoded = decodeBytes(encode(page(text), charset));
      expect(decoded).toMatchObject({ text: page(text), charset, charsetFrom: 'statistics' });
    }
  },
);

it.each([
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
])('a byte-order mark of %s decides and is dropped', (charset, mark) => {
  const bytes = Buffer.concat([mark, encode(page(SHORT, 'windows-1256'), charset)]);
  expect(decodeBytes(bytes, { contentType: 'text/html; charset=windows-1256' })).toMatchObject({
    text: page(SHORT, 'windows-1256'),
    charset,
    charsetFrom: 'bom',
  });
});

it.each([
  ['header right', 'windows-1256', 'windows-1256', undefined, 'header'],
  ['meta right', 'windows-1256', undefined, 'windows-1256', 'meta'],
  ['meta right, header wrong', 'windows-1256', 'utf-8', 'windows-1256', 'meta'],
  ['header right, meta wrong', 'utf-8', 'utf-8', 'windows-1256', 'header'],
  ['both wrong: UTF-8', 'utf-8', 'windows-1256', 'iso-8859-1', 'statistics'],
  ['both wrong: windows-1256', 'windows-1256', 'utf-8', 'iso-8859-1', 'statistics'],
  ['the two Arabic ones swapped', 'windows-1256', 'iso-8859-6', undefined, 'statistics'],
  ['the two Arabic ones swapped back', 'iso-8859-6', 'windows-1256', undefined, 'statistics'],
  ['an alias', 'windows-1256', 'cp1256', undefined, 'header'],
  ['a label nobody knows', 'windows-1256', 'arabic-windows', undefined, 'statistics'],
])('%s', (_, charset, header, meta, charsetFrom) => {
  const text = LONG.replaceAll(/[«»]/gu, '"');
  const bytes = encode(page(text, meta), charset);
  const contentType = header ? `text/html; charset=${header}` : 'text/html';
  expect(decodeBytes(bytes, { contentType })).toMatchObject({
    text: page(text, meta),
    charset,
    charsetFrom,
  });
});

it('reads the declaration of XML', () => {
  const text = `<?xml version="1.0" encoding="windows-1256"?><rss><title>${LONG}</title></rss>`;
  expect(decodeBytes(encode(text, 'windows-1256'), { contentType: 'text/xml' })).toMatchObject({
    text,
    charsetFrom: 'xml',
  });
});

it.each(['windows-1252', 'utf-8'])('leaves French in %s alone', (charset) => {
  const decoded = decodeBytes(encode(page(FRENCH.repeat(3)), charset));
  expect(decoded.text).toBe(page(FRENCH.repeat(3)));
});

it.each([
  ['windows-1255', 'העירייה הודיעה על פתיחת ספרייה חדשה ברובע הנמל הישן'],
  ['windows-1251', 'Мэрия объявила об открытии новой библиотеки в старом порту'],
])('believes a declared %s', (charset, text) => {
  const bytes = encode(page(text, charset), charset);
  expect(decodeBytes(bytes)).toMatchObject({
    text: page(text, charset),
    charset,
    charsetFrom: 'meta',
  });
});

it('keeps UTF-8 with stray bytes', () => {
  const bytes = Buffer.concat([
    Buffer.from(LONG),
    Buffer.from([0xc7, 0xe1, 0x20]),
    Buffer.from(LONG),
  ]);
  expect(decodeBytes(bytes).charset).toBe('utf-8');
  expect(decodeBytes(bytes).text).toContain(LONG);
});

it('keeps UTF-8 that is cut in the middle of a letter', () => {
  expect(decodeBytes(Buffer.from(LONG).subarray(0, 101)).charset).toBe('utf-8');
});

it.each(['windows-1252', 'windows-1256'])('restores UTF-8 encoded twice through %s', (charset) => {
  // Browsers map the unused bytes of these encodings to controls, and so do broken converters.
  const mistaken = new TextDecoder(charset).decode(Buffer.from(page(LONG)));
  expect(decodeBytes(Buffer.from(mistaken))).toMatchObject({
    text: page(LONG),
    charset: 'utf-8',
    charsetFrom: 'statistics',
  });
});

it('leaves a text that quotes broken letters alone', () => {
  const text = page(`${LONG} وظهرت الكلمة «Ø§Ù„Ø³» على الشاشة.`);
  expect(decodeBytes(Buffer.from(text)).text).toBe(text);
});

it.each([
  ['nothing', '', 'utf-8'],
  ['ASCII', '<p>plain</p>', 'utf-8'],
])('reads %s', (_, text, charset) => {
  expect(decodeBytes(Buffer.from(text))).toMatchObject({ text, charset });
});

/** UTF-8 of some chunks with what breaks it where it is cut: whole text, and parts of characters. */
const CUT: [string, Buffer][] = [
  ['Arabic', Buffer.from(LONG.repeat(200))],
  ['one byte aside', Buffer.from(`x${LONG.repeat(200)}`)],
  ['pictures of four bytes', Buffer.from('🙂'.repeat(20_000))],
  ['pictures, one byte aside', Buffer.from(`x${'🙂'.repeat(20_000)}`)],
  ['a mark within the text', Buffer.from(`${'\ufeff'.repeat(30_000)}${LONG}`)],
];

it.each(CUT)('%s: a text of several chunks is that of one', (_, bytes) => {
  const { text, chunks } = decodeBytes(bytes);
  expect(chunks.length).toBeGreaterThan(1);
  expect(text).toBe(new TextDecoder().decode(bytes));
  expect(chunks.join('')).toBe(text);
});

it('reads stray bytes at the edge of a chunk as one decoder would', () => {
  const stray = [[0xc7], [0xe1, 0x80], [0xf0, 0x9f, 0x99], [0x80, 0x80, 0x80, 0x80, 0x80]];
  for (const bytes of stray) {
    for (let before = 32_760; before <= 32_772; before += 1) {
      const filler = Buffer.from('ا'.repeat(40_000)).subarray(0, before);
      const whole = Buffer.concat([filler, Buffer.from(bytes), Buffer.from(LONG.repeat(200))]);
      expect(decodeBytes(whole).text).toBe(new TextDecoder().decode(whole));
    }
  }
});

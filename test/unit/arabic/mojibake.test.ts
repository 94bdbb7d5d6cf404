import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../../src/arabic/mojibake.ts';

const HEADLINE = 'افتتاح حديقة جديدة في وسط المدينة';
const PROSE =
  'قال رئيس البلدية إن الحديقة الجديدة «ستُفتح» للزوار يوم الخميس، مشيراً إلى أن المشروع كلّف 3 ملايين. ' +
  'وأضاف أن أعمال الزراعة بدأت في الربيع على أيدي متطوعين من المدارس القريبة.';

/** The text in one encoding, read in another. */
const misread = (text: string, meant: string, taken: string): string =>
  iconv.decode(iconv.encode(text, meant), taken);

/** As WHATWG decoders read windows-1252: the five bytes that it leaves free are controls. */
const misreadWestern = (text: string): string =>
  new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
const misreadArabic = (text: string): string =>
  new TextDecoder('windows-1256').decode(Buffer.from(text, 'utf8'));

describe('repairMojibake mends', () => {
  it.each([
    ['a headline of UTF-8 read as Western', HEADLINE, misreadWestern(HEADLINE)],
    ['prose of UTF-8 read as Western', PROSE, misreadWestern(PROSE)],
    ['a headline of UTF-8 read as windows-1256', HEADLINE, misreadArabic(HEADLINE)],
    ['prose of UTF-8 read as windows-1256', PROSE, misreadArabic(PROSE)],
    [
      'a headline of windows-1256 read as Western',
      HEADLINE,
      misread(HEADLINE, 'win1256', 'win1252'),
    ],
    ['prose of windows-1256 read as Western', PROSE, misread(PROSE, 'win1256', 'win1252')],
    [
      'a headline of ISO-8859-6 read as Western',
      HEADLINE,
      misread(HEADLINE, 'iso88596', 'win1252'),
    ],
    ['one word', 'القاهرة', misreadWestern('القاهرة')],
    ['a word as browsers read windows-1252', 'المدينة', misread('المدينة', 'utf8', 'win1252')],
    ['with Latin beside it', `BBC: ${HEADLINE}`, misreadWestern(`BBC: ${HEADLINE}`)],
  ])('%s', (_, meant, given) => {
    expect(repairMojibake(given)).toEqual({ text: meant, isRepaired: true });
  });

  it('nearly all of a long text of which some bytes are lost', () => {
    const damaged = misreadWestern(PROSE).replace('Ù…', '\ufffd');
    const { text, isRepaired } = repairMojibake(damaged);
    expect(isRepaired).toBe(true);
    expect(text).toContain('أعمال الزراعة بدأت في الربيع');
  });
});

describe('repairMojibake leaves', () => {
  it.each([
    ['Arabic', PROSE],
    ['a word with a letter that such texts are full of', 'الطقس في طنطا وظفار: طـ 5'],
    ['vowelled words', 'ظُهْرًا طَبْعًا طِفْل ظِلّ'],
    ['French', 'Le président a été reçu à l’Élysée où il a dîné'],
    ['German', 'Über Größe läßt sich schön streiten'],
    ['Danish', 'Øjet på øen, Ærø og Århus: Ø!'],
    ['Persian', 'گزارش تازه‌ای از تهران دربارهٔ ظرفیت‌ها'],
    ['Urdu', 'لاہور میں طویل انتظار کے بعد ظہور ہوا'],
    ['what is lost for good', '\ufffd\ufffd\ufffd \ufffd\ufffd'],
    ['half of each', `${HEADLINE} ${misreadWestern(HEADLINE)}`],
    ['accents without sense', 'ÀÁÂ ÃÄÅ ÆÇÈ ÉÊË ÌÍÎ'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(repairMojibake(text)).toEqual({ text, isRepaired: false });
  });
});

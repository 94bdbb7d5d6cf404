const HEAD =
  '<!doctype html><html lang="ar"><head><title>جسر جديد في وادي السرو - المرصد</title>' +
  '<meta property="article:published_time" content="2026-11-09T07:00:00+02:00"></head><body><h1>جسر جديد في وادي السرو</h1>';

const SENTENCE =
  'وقال المهندس سامر الكيلاني إن الجسر الجديد سيفتح أمام الشاحنات قبل موسم الأمطار، بعد عام من العمل.';

/** A page of a size, from its number of UTF-16 units. */
type Shape = (size: number) => string;

/** A piece again and again, each with its number. */
const again =
  (
    piece: string | ((at: number) => string),
    [before, after] = ['<article>', '</article>'],
  ): Shape =>
  (size) => {
    const parts: string[] = [];
    let length = 0;
    for (let at = 0; length < size; at += 1) {
      const part = typeof piece === 'string' ? piece : piece(at);
      parts.push(part);
      length += part.length;
    }
    return `${HEAD}${before}${parts.join('')}${after}</body></html>`;
  };

/** Elements in one another, as deep as the size allows. */
const nested =
  (open: string, close: string): Shape =>
  (size) => {
    const deep = Math.floor(size / (open.length + close.length));
    return `${HEAD}${open.repeat(deep)}${SENTENCE}${close.repeat(deep)}</body></html>`;
  };

const IN_BODY: [string, string] = ['', ''];

const script = (text: string): string => `<script type="application/ld+json">${text}</script>`;

const inScript =
  (piece: string, [open, close]: [string, string]): Shape =>
  (size) =>
    `${HEAD}${script(`${open}${piece.repeat(Math.ceil(size / piece.length))}${close}`)}<p>${SENTENCE}</p>`;

/** Pages that cost a reader most, by what they are made of. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  paragraphs: again(`<p>${SENTENCE}</p>`),
  'short paragraphs': again('<p>نص</p>'),
  'empty paragraphs': again('<p></p>'),
  'one paragraph': again(`${SENTENCE} `, ['<p>', '</p>']),
  'one word without blanks': again('كلمة', ['<p>', '</p>']),
  'inline elements without blanks': again('<span>x</span>', ['<p>', '</p>']),
  'inline elements with blanks': again('<span>كلمة</span> ', ['<p>', '</p>']),
  'bold and slanted, overlapping': again('<b>نص<i>مائل</b>آخر</i>'),
  breaks: again(`${SENTENCE}<br>`, ['<div>', '</div>']),
  'double breaks': again(`${SENTENCE}<br><br>`, ['<div>', '</div>']),
  'breaks alone': again('<br>', ['<div>', '</div>']),
  links: again('<a href="/news/1">خبر آخر من الموقع</a> '),
  'links of their own': again((at) => `<a href="/news/${at}">خبر رقم ${at}</a> `),
  'links in paragraphs': again((at) => `<p><a href="/n/${at}">اقرأ أيضا: خبر رقم ${at}</a></p>`),
  'items of a list': again('<li>بند من بنود القائمة</li>', ['<ul>', '</ul>']),
  'lists of one item': again('<ul><li>بند</li></ul>'),
  'rows of a table': again('<tr><td>القمح</td><td>300</td></tr>', ['<table>', '</table>']),
  tables: again('<table><tr><td>القمح</td></tr></table>'),
  'cells without rows': again('<td>خلية', ['<table>', '</table>']),
  headings: again('<h2>عنوان فرعي</h2>'),
  'headings of the first level': again('<h1>عنوان الخبر</h1>', IN_BODY),
  quotations: again(`<blockquote>${SENTENCE}</blockquote>`),
  'nested divisions': nested('<div>', '</div>'),
  'nested inline elements': nested('<b>', '</b>'),
  'nested lists': nested('<ul><li>', '</li></ul>'),
  'nested quotations': nested('<blockquote>', '</blockquote>'),
  'nested tables': nested('<table><tr><td>', '</td></tr></table>'),
  'closing tags of nothing': again('</div>'),
  'opening tags alone': again('<div>'),
  'boxes of class names': again((at) => `<div class="related box-${at % 9}">${SENTENCE}</div>`),
  'boxes of their own class': again((at) => `<div class="c${at}">${SENTENCE}</div>`),
  'siblings of one class': again('<p class="a b c d">نص قصير</p>'),
  attributes: again((at) => ` data-a${at}="1"`, ['<p', `>${SENTENCE}</p>`]),
  'a long attribute': again('قيمة ', ['<p title="', `">${SENTENCE}</p>`]),
  comments: again('<!-- ملاحظة -->'),
  'a comment that never ends': again('<!-- ', IN_BODY),
  scripts: again('<script>var a = "<p>";</script>'),
  styles: again('<style>.a{color:red}</style>'),
  pictures: again('<figure><img src="/a.jpg" alt="جسر"><figcaption>الجسر</figcaption></figure>'),
  'pictures in paragraphs': again((at) => `<p><img src="/${at}.jpg" width="800"></p>`),
  frames: again('<iframe src="https://video.test/1"></iframe>'),
  'meta elements': again('<meta name="keywords" content="جسر، وادي">', IN_BODY),
  times: again('<time datetime="2026-11-09T07:00:00Z">9 نوفمبر</time> ', IN_BODY),
  'dates in the text': again('الإثنين 9 نوفمبر 2026 10:15 ص '),
  bylines: again('<div class="author">كتب: سامر الكيلاني</div>', IN_BODY),
  'words about copyright': again('<p>جميع الحقوق محفوظة</p>'),
  'dashes and bars': again(' - | ', ['<p>', '</p>']),
  entities: again('&amp;&nbsp;&#1580;', ['<p>', '</p>']),
  'unfinished entities': again('&', ['<p>', '</p>']),
  'structured data: quotation marks': inScript('\\"', ['{"headline":"', '"}']),
  'structured data: brackets': inScript('[', ['{"a":', '']),
  'structured data: objects': inScript('{"@type":"NewsArticle"},', ['[', '{}]']),
  'structured data: a broken text': inScript('قال "نعم" ثم ', ['{"articleBody":"', '"}']),
  'structured data elements': again(script('{"@type":"NewsArticle","headline":"جسر"}'), IN_BODY),
};

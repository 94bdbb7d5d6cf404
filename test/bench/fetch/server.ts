/** The server of the fetch bench, a process of its own: any number of distinct articles. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Words of invented news; an article is a walk through them that its number decides. */
const WORDS = (
  'أعلنت الحكومة الجديدة افتتاح مشروع الميناء الشمالي بعد أعوام من العمل المتواصل وأكد المتحدث باسم ' +
  'الوزارة أن الكلفة بلغت ملايين الدنانير وأضاف خلال المؤتمر أن المرحلة المقبلة تشمل توسيع الطرق ' +
  'وبناء مدارس ومستشفيات في القرى البعيدة فيما طالب سكان الأحياء القديمة بتحسين شبكة المياه وقال ' +
  'خبير اقتصادي إن النتائج لن تظهر قبل نهاية العام القادم ورحب التجار بالقرار'
).split(' ');

/** A page of the usual weight: some 60 KB, of which the article is a twentieth. */
const BOILERPLATE = Array.from(
  { length: 220 },
  (_, i) =>
    `<li class="menu-item item-${i} level-2"><a href="/section-${i}/latest?from=menu" title="${WORDS[i % WORDS.length]}"><span class="label">${WORDS[(i * 7) % WORDS.length]} ${WORDS[(i * 3) % WORDS.length]}</span><i class="icon icon-arrow"></i></a></li>`,
).join('\n');

function* walk(seed: number): Generator<string> {
  let state = (seed * 2_654_435_761) >>> 0;
  for (;;) {
    // A linear congruential generator (Numerical Recipes): the same article for the same number.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield WORDS[state % WORDS.length] ?? '';
  }
}

function article(number: number): string {
  const words = walk(number);
  const take = (count: number): string =>
    Array.from({ length: count }, () => words.next().value).join(' ');
  const headline = `${take(7)} رقم ${number}`;
  const body = Array.from({ length: 7 }, () => `<p>${take(45)}.</p>`).join('\n');
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${headline} - صحيفة القياس</title>
<meta property="og:type" content="article"><meta property="og:title" content="${headline}">
<meta property="article:published_time" content="2026-11-02T08:${String(number % 60).padStart(2, '0')}:00+03:00"></head>
<body><nav><ul>${BOILERPLATE}</ul></nav><main><article><h1>${headline}</h1>
<p class="byline">بقلم سلمى الراوي</p>${body}</article></main><footer><ul>${BOILERPLATE}</ul></footer></body></html>`;
}

const server = createServer((request, response) => {
  const number = /^\/article\/(\d+)$/u.exec(request.url ?? '')?.[1];
  if (number === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(article(Number(number)));
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

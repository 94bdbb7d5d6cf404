import { escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://held-science-arabic.test';
const NAME = 'مجهر';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('فضاء|أحياء|صحة|فيزياء|بيئة|تقنية|تاريخ العلم|بودكاست|اسأل مجهر');
const NEXT = list(
  'كيف تحفظ البومة رأسها ثابتا وهي تلتفت؟~أربع عشرة فقرة عنقية وأوعية دموية متسعة تسمح لها بالدوران 270 درجة.|أقدم مرصد في الصحراء كان دائرة من الحجارة~يعود البناء إلى سبعة آلاف عام، ويشير محوره إلى شروق شمس الانقلاب الصيفي.|ما الذي يجعل صوت الحبيبات الرملية غناء؟~حين تنزلق طبقة جافة متجانسة من الحبيبات تهتز معا بتردد واحد مسموع.',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', keywords = [], author = [] } = article;
  const title = escapeText(article.headline);
  const blocks = readBlocks(article);
  const lead = print.lead ? blocks.shift() : undefined;
  const parts = blocks.map(
    ({ kind, text }) =>
      `<div class="Block_block__x1 ${kind === 'heading' ? 'Block_heading__k9' : 'Block_text__p2'}">${kind === 'heading' ? `<h2>${escapeText(text)}</h2>` : `<p>${escapeText(text)}</p>`}</div>`,
  );
  parts.splice(
    2,
    0,
    '<div class="Block_block__x1 Newsletter_wrap__z4"><div class="Newsletter_head__a">رسالة مجهر الأسبوعية</div><p>خمس قصص علمية كل جمعة، بلا إعلانات ولا مصطلحات معقدة.</p><form><input type="email" placeholder="بريدك"><button>أرسلوها لي</button></form></div>',
  );
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: article.headline,
    description,
    datePublished: print.iso,
    author: author.map((name) => ({ '@type': 'Person', name, url: `${ORIGIN}/people/1` })),
    publisher: { '@type': 'Organization', name: NAME },
    image: `${ORIGIN}${image?.path}`,
  };
  const cards = [...othersThan(article, articles, 1).map(({ headline }) => headline), ...NEXT].map(
    (entry, at) => {
      const [head = '', sum = ''] = entry.split('~');
      return `<a class="Card_card__q7" href="/x/${at}"><img alt="" src="/media/t${at}.webp"><div class="Card_title__b">${escapeText(head)}</div>${sum ? `<div class="Card_sum__c">${sum}</div>` : ''}</a>`;
    },
  );
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${NAME}</title><meta name="description" content="${escapeText(description)}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${NAME}"><meta property="article:published_time" content="${print.iso}"><script type="application/ld+json">${scriptJson(data)}</script></head><body><div id="app"><header class="Header_bar__1"><a href="/" class="Header_logo__2">${NAME}</a><nav>${MENU.map((one) => `<a href="/s">${one}</a>`).join('')}</nav></header>
<main class="Article_main__3"><div class="Article_top__4"><a class="Article_section__5" href="/s">${article.articleSection?.[0]}</a><h1 class="Article_title__6">${title}</h1>${lead ? `<p class="Article_standfirst__7">${escapeText(lead.text)}</p>` : ''}<div class="Article_meta__8"><a class="Article_author__9" href="/people/1">${author[0]}</a><span>${print.shown}</span><span>${print.minutes} دقائق</span></div></div><figure class="Article_hero__a"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="">${image?.caption ? `<figcaption>${image.caption}</figcaption>` : ''}</figure><div class="Article_body__b">${parts.join('\n')}</div><div class="Article_tags__c">${keywords.map((one) => `<a href="/t">${one}</a>`).join('')}</div><div class="Support_box__d"><p>هل أعجبتك هذه المادة؟ شاركها مع صديق يحب الأسئلة.</p></div></main><section class="Next_wrap__e"><h2>تابع القراءة</h2>${cards.join('')}</section><footer>مجهر، مجلة علمية عربية مستقلة</footer></div></body></html>`;
}

/** A site of popular science in hashed modules of classes. */
export const site: ReplicaSite = {
  id: 'held-science-arabic',
  name: NAME,
  family: 'css-modules',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};

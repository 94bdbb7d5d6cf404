import { html } from 'hono/html';
import { type Html, NOTHING, shown } from './html.ts';
import { directionOfPage, linkTo, type Reader, THEMES } from './page-reader.ts';
import type { Word } from './words/console-words.ts';

/** The pages of the menu, in the order of an operator's day. */
const MENU: readonly (readonly [path: string, word: Word])[] = [
  ['/', 'overview'],
  ['/sources', 'sources'],
  ['/articles', 'articles'],
  ['/failures', 'failures'],
  ['/alerts', 'alerts'],
  ['/jobs', 'queues'],
  ['/live', 'live'],
];

/** What a page puts into the frame. */
export interface FramedPage {
  /** Plain text; the name of the console is added. */
  readonly title: string;
  readonly body: Html;
  /** True for the login: no menu. */
  readonly isBare?: boolean;
  /** Script beside the one of every page, by its name among the assets. */
  readonly script?: string;
}

/** A whole page. */
export function framed(reader: Reader, { title, body, isBare, script }: FramedPage): Html {
  const { language, say, theme } = reader;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOfPage(reader)}" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${shown(title)} · ${say('marsad')}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/console.css" />
    <script type="module" src="/assets/console.mjs"></script>
    ${script === undefined ? NOTHING : html`<script type="module" src="/assets/${script}"></script>`}
  </head>
  <body>
    <a class="skip" href="#main">${say('skip-to-content')}</a>
    <header class="top">
      <a class="brand" href="/">${mark()}<span>${say('marsad')}</span></a>
      ${isBare ? NOTHING : menu(reader)}
      <div class="reader">${themeLinks(reader)} ${languageLink(reader)} ${account(reader, isBare)}</div>
    </header>
    <main id="main" tabindex="-1">${body}</main>
  </body>
</html>`;
}

/** The sign: a lighthouse's beam over the line of the sea. */
function mark(): Html {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path class="mark" d="M12 3a9 9 0 1 0 9 9h-3a6 6 0 1 1-6-6z"/><circle class="mark" cx="12" cy="12" r="2.6"/><path class="mark" d="M14 3.3A9 9 0 0 1 20.7 10l-2.9.6a6 6 0 0 0-4.4-4.4z" opacity=".45"/></svg>`;
}

function menu({ say, path }: Reader): Html {
  const isHere = (href: string): boolean =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return html`<nav class="menu" aria-label="${say('main-menu')}">
    ${MENU.map(
      ([href, word]) =>
        html`<a href="${href}" ${isHere(href) ? html`aria-current="page"` : NOTHING}>${say(word)}</a>`,
    )}
  </nav>`;
}

/** One link that goes on to the next theme: it needs no script and keeps the page. */
function themeLinks(reader: Reader): Html {
  const { say, theme } = reader;
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return html`<a class="quiet" rel="nofollow" href="${linkTo(reader, { theme: next })}" title="${say('theme')}"><span class="visually-hidden">${say('theme')}: </span>${say(`theme-${theme}`)}</a>`;
}

function languageLink(reader: Reader): Html {
  const other = reader.language === 'ar' ? 'en' : 'ar';
  return html`<a class="quiet" rel="nofollow" hreflang="${other}" lang="${other}" href="${linkTo(reader, { lang: other })}">${reader.say('other-language')}</a>`;
}

function account({ say, name, role, token }: Reader, isBare = false): Html {
  if (isBare) return NOTHING;
  if (name === undefined)
    return role === 'operator' ? NOTHING : html`<span class="quiet">${say('read-only')}</span>`;
  return html`<form class="account" method="post" action="/logout">
    <input type="hidden" name="token" value="${token}" />
    <a class="quiet" href="/audit"><bdi>${name}</bdi> · ${say(`role-${role}`)}</a>
    <button class="link">${say('logout')}</button>
  </form>`;
}

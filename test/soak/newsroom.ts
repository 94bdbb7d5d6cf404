import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NOT_FOUND, sendAnswer } from '../sites/answer.ts';
import { type LoadedSite, loadSites } from '../sites/catalogue.ts';
import { placeAnswer, placeOrigins } from '../sites/origin.ts';
import { decodePath, findAnswer, type Routes, readRoutes } from '../sites/routes.ts';
import type { SiteArticle } from '../sites/site.ts';

/** Sites whose articles stand with their date in metadata: what is printed beside is of the replica. */
const SITES = ['wakalat-khalij', 'almarsa', 'alrafidain', 'assabah-maghreb'];

/** Articles a site has at a time; older ones leave it. */
const ON_SITE = 15;

/** Every so many pages something goes wrong, as on real sites. */
const FAILS_EVERY = { status500: 37, reset: 53, gone: 71 } as const;

/** Replica sites that go on publishing and correcting. */
export interface Newsrooms {
  readonly hosts: readonly string[];
  /** A source file a site, by its name. */
  readonly sources: ReadonlyMap<string, string>;
  /** One more article, on the next of the sites. */
  readonly publish: () => void;
  /** A correction of the latest article of a site. */
  readonly correct: () => void;
  readonly requests: () => number;
  readonly close: () => void;
}

interface Site {
  readonly loaded: LoadedSite;
  readonly server: Server;
  routes: Routes | undefined;
}

/** Serves the sites on loopback. */
export async function openNewsrooms(): Promise<Newsrooms> {
  const loaded = await loadSites(SITES);
  const paragraphs = loaded.flatMap(({ articles }) =>
    articles.flatMap(({ body }) => body.split('\n\n')),
  );
  const origins = new Map<string, string>();
  let [requests, pages, published, corrected] = [0, 0, 0, 0];
  const sites = loaded.map(
    (one): Site => ({ loaded: one, server: createServer(), routes: undefined }),
  );
  const answer = (site: Site, request: IncomingMessage, response: ServerResponse): void => {
    requests += 1;
    site.routes ??= readRoutes(site.loaded);
    const target = request.url ?? '/';
    const found = findAnswer(site.routes, target);
    const isPage = site.loaded.articles.some(({ path }) => path === decodePath(target));
    if (isPage) pages += 1;
    if (isPage && pages % FAILS_EVERY.reset === 0) return void request.socket.destroy();
    if (isPage && pages % FAILS_EVERY.status500 === 0) return void response.writeHead(500).end();
    const isGone = isPage && pages % FAILS_EVERY.gone === 0;
    const sent = placeAnswer(isGone ? NOT_FOUND : (found ?? NOT_FOUND), origins);
    sendAnswer({ request, response }, sent, site.loaded);
  };
  for (const site of sites) {
    site.server.on('request', (request, response) => answer(site, request, response));
  }
  for (const { server, loaded: one } of sites) {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origins.set(one.site.id, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  const change = (at: number, edit: (articles: SiteArticle[]) => SiteArticle[]): void => {
    const site = sites[at % sites.length];
    if (!site) return;
    site.loaded.articles.splice(0, Infinity, ...edit([...site.loaded.articles]).slice(-ON_SITE));
    site.routes = undefined;
  };
  return {
    hosts: [...origins.values()].map((origin) => new URL(origin).host),
    sources: new Map(
      loaded.map(({ site, source = '' }) => [`${site.id}.yaml`, placeOrigins(source, origins)]),
    ),
    publish: () => {
      published += 1;
      change(published, (articles) => [...articles, articleOf(published, articles, paragraphs)]);
    },
    correct: () => {
      corrected += 1;
      change(corrected, (articles) => articles.map(correctLatest));
    },
    requests: () => requests,
    close: () => {
      for (const { server } of sites) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Prime, so that the paragraphs of two articles seldom meet. */
const STRIDE = 7919;

/** An article of its own: paragraphs of all the sites in a new order, each with a figure of its own. */
function articleOf(
  number: number,
  articles: readonly SiteArticle[],
  paragraphs: readonly string[],
): SiteArticle {
  const like = articles[number % articles.length];
  if (!like) throw new TypeError('a site without articles');
  const body = Array.from({ length: 5 + (number % 6) }, (_, at) => {
    const text = paragraphs[(number * STRIDE + at * (1 + (number % 13))) % paragraphs.length] ?? '';
    return `${text} وبلغ العدد في الحصيلة رقم ${number * 10 + at} نحو ${(number * STRIDE * (at + 1)) % 100_003}.`;
  });
  const at = new Date().toISOString();
  const { image: _image, print: _print, dateModified: _modified, ...same } = like;
  return {
    ...same,
    path: like.path.replace(/(?:-x\d+)?(\.\w+|\/)?$/u, `-x${number}$1`),
    headline: `${like.headline.replace(/ \(الحصيلة \d+\)$/u, '')} (الحصيلة ${number})`,
    description: body[0] ?? '',
    body: body.join('\n\n'),
    datePublished: at,
    inFeed: true,
  };
}

function correctLatest(article: SiteArticle, at: number, all: readonly SiteArticle[]): SiteArticle {
  if (at !== all.length - 1) return article;
  const body = `${article.body}\n\nوصححت الصحيفة رقما ورد في نص سابق من هذا الخبر.`;
  return { ...article, body, dateModified: new Date().toISOString() };
}

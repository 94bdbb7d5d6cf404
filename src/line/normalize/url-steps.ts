import { withoutAmpPath } from './amp-url.ts';
import { cleanQuery } from './query.ts';
import { plainEncoding, withoutSecondEncoding } from './url-encoding.ts';
import { plainHost } from './url-host.ts';

/** Takes one thing out of a URL, in place, and tells what. */
type UrlStep = (url: URL, tell: (step: string, detail: string) => void) => void;

/** A login is no part of a page's address, and it is a secret. */
const dropLogin: UrlStep = (url, tell) => {
  if (url.username === '' && url.password === '') return;
  url.username = '';
  url.password = '';
  tell('login', 'user and password');
};

const foldHost: UrlStep = (url, tell) => {
  const { host, gone } = plainHost(url.hostname);
  if (gone.length === 0) return;
  const given = url.hostname;
  url.hostname = host;
  for (const step of gone) tell(step, given);
};

/** Pages drawn by script keep their address there: `#!/news/1`, `#/news/1`. */
const ROUTE = /^#!?\//u;

const dropFragment: UrlStep = (url, tell) => {
  if (ROUTE.test(url.hash)) return;
  // An empty fragment shows as a last # only.
  if (url.hash !== '') tell('fragment', url.hash.slice(0, 100));
  url.hash = '';
};

/** A session that a server without cookies keeps in the path (Servlet specification, 7.1.3). */
const SESSION = /;jsessionid=[^/;]*/giu;

const foldPath: UrlStep = (url, tell) => {
  const change = (step: string, path: string): void => {
    if (path === url.pathname) return;
    tell(step, url.pathname.slice(0, 100));
    url.pathname = path;
  };
  change('session', url.pathname.replace(SESSION, ''));
  change('encoded-twice', withoutSecondEncoding(url.pathname));
  change('encoding', plainEncoding(url.pathname));
  // Not after a scheme: some sites carry a whole address in the path.
  change('empty-segments', url.pathname.replace(/(?<!:)\/{2,}/gu, '/'));
  change('amp', withoutAmpPath(url.pathname) ?? url.pathname);
};

const foldQuery: UrlStep = (url, tell) => {
  const { search, dropped, changes } = cleanQuery(plainEncoding(url.search));
  for (const { step, name } of dropped) tell(step, name);
  for (const change of changes) tell(change, url.search.slice(0, 100));
  // Also takes out a question mark that nothing follows.
  url.search = search;
};

/** In order: the host first, so that each reason names what stood there. */
export const STEPS: readonly UrlStep[] = [dropLogin, foldHost, dropFragment, foldPath, foldQuery];

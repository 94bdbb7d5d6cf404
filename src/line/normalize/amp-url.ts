/** Parameters that ask for a page's AMP or mobile form, with the values that do. */
const FORM_PARAMETERS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    amp: /^(?:|1|true|amp)$/u,
    outputtype: /^amp$/u, // Arc XP
    output: /^amp$/u,
    view: /^(?:amp|mobile)$/u,
    format: /^amp$/u,
    m: /^[01]$/u, // Blogger; WordPress has months there (?m=202405)
    mobile: /^(?:|0|1|true)$/u,
    desktop: /^(?:|0|1|true)$/u,
  }),
);

/** Pages about AMP: their last segment is a subject. */
const SUBJECT = /\/(?:tag|tags|category|topic|search|author)\/amp\/?$/u;

/** The path of the page itself where the URL is that of its AMP form; else undefined. */
export function withoutAmpPath(path: string): string | undefined {
  if (SUBJECT.test(path)) return undefined;
  const plain = path
    .replace(/(?<=[^/])(?:\/amp)+(?<slash>\/?)$/u, '$<slash>')
    .replace(/(?:\.amp)+(?<ending>\.html?)?$/u, '$<ending>')
    .replace(/^(?:\/amp)+(?=\/[^/])/u, '');
  return plain === path ? undefined : plain;
}

/** True for a parameter `name=value` that only asks for another form of the page. */
export function isFormParameter(piece: string): boolean {
  const [name = '', value = ''] = piece.toLowerCase().split('=', 2);
  return FORM_PARAMETERS.get(name)?.test(value) ?? false;
}

/** Caches that serve a page's AMP form under its address: Google's and Bing's. */
const CACHE_HOST = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/u;
const CACHE_PATH = /^\/(?:[a-z]\/)?(?<tls>s\/)?(?<rest>[^/]+\.[^/]+\/.*)$/u;
const GOOGLE_PATH = /^\/amp\/(?<tls>s\/)?(?<rest>[^/]+\.[^/]+\/.*)$/u;

/** The address within the address of an AMP cache; undefined for any other. */
export function withinAmpCache({ hostname, pathname, search }: URL): string | undefined {
  const isGoogle = /^(?:www\.)?google\.[a-z.]{2,6}$/u.test(hostname);
  const pattern = isGoogle ? GOOGLE_PATH : CACHE_HOST.test(hostname) ? CACHE_PATH : undefined;
  const groups = pattern?.exec(pathname)?.groups;
  return groups?.rest && `${groups.tls ? 'https' : 'http'}://${groups.rest}${search}`;
}

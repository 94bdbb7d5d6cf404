/** Segments of a path whose words tell kinds apart: `/video/…` from `/news/…`. */
const NAMED_SEGMENTS = 2;

/**
 * The kind of a page's address: its path with numbers and slugs left out, and the names of its query's
 * parameters. Pages of a kind are made by one template: `/video/0/*`, `/article.aspx?id`.
 */
export function addressKind(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, searchParams } = new URL(address);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const names = [...new Set(searchParams.keys())].filter((name) => WORD.test(name)).sort();
  const path = segments.slice(0, MOST_SEGMENTS).map(segmentKind).join('/');
  return `/${path}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}

/** Deeper addresses are archives by date and section, whose further segments say nothing of the kind. */
const MOST_SEGMENTS = 6;

const WORD = /^[a-z][a-z_]{0,19}$/iu;

function segmentKind(segment: string, index: number): string {
  if (/^\d+$/u.test(segment)) return '0';
  if (index < NAMED_SEGMENTS && WORD.test(segment)) return segment.toLowerCase();
  const ending = /\.[a-z]{2,5}$/iu.exec(segment)?.[0].toLowerCase() ?? '';
  return `*${ending}`;
}

import { UnreadableError } from '../../errors.ts';
import { readHome } from '../../line/discover/survey.ts';
import type { Page } from '../../record/fetched-page.ts';
import type { Source } from '../../source.ts';
import type { RouteDependencies } from '../dependencies.ts';

/** A home page as it came, and what it says of its site. */
export interface AskedHome {
  readonly page: Page;
  readonly home: ReturnType<typeof readHome>;
}

/** The answer for a home page is no home page. */
export class NoHomeError extends UnreadableError {
  override readonly code = 'NO_HOME';
}

/**
 * Asks for a home page.
 * @throws NoHomeError where it is no HTML, RefusedError, UnreachableError and whatever `ask` throws
 */
export async function askHome(
  url: string,
  { source, deps }: { source: Source; deps: Pick<RouteDependencies, 'fetch'> },
): Promise<AskedHome> {
  const page = await deps.fetch({ url, kind: 'page' }, source);
  if (!isHtml(page)) {
    const type = page.headers['content-type'] ?? 'no type';
    throw new NoHomeError(`Expected the HTML of a home page at ${page.url}, found ${type}`, {
      hint: 'Name the home page of the site; a feed alone is written into a file by hand.',
      context: { url: page.url },
    });
  }
  return { page, home: readHome(page.text, page) };
}

/** How far a page is looked at for its first tags. */
const GLANCE = 5000;

/** By its type where that is telling, else by its first tags: old servers call all text/plain. */
function isHtml({ headers, text }: Page): boolean {
  const type = headers['content-type'] ?? '';
  if (/\bx?html\b/iu.test(type)) return true;
  return (
    /^(?:$|text\/plain)/iu.test(type) &&
    /<(?:!doctype html|html|head|body)/iu.test(text.slice(0, GLANCE))
  );
}

import { BrowserError, type MarsadError } from '../../errors.ts';
import { failureOf } from './failure.ts';

/** What Playwright says when the browser, or the process of a tab, is gone in the middle of a page. */
const GONE =
  /(?:Target|page|context|browser)\b[^\n]{0,60}\b(?:closed|crashed)|Navigation failed because page crashed|Target crashed/iu;

/** What went wrong in the browser, in our classes; the page may be asked for again in a new one. */
export function browserFailure(error: unknown, url: string): MarsadError {
  const message = error instanceof Error ? error.message : '';
  if (!GONE.test(message)) return failureOf(error, url);
  return new BrowserError(`The browser ended while it had ${url}`, {
    hint: 'If it recurs, look at the memory of the machine, or set via: http for the source.',
    context: { url },
    cause: error,
  });
}

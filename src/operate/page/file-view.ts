import { html } from 'hono/html';
import type { FileChange, SourceFileView } from '../operator-data.ts';
import { plainText } from '../plain-text.ts';
import { type Html, NOTHING } from './html.ts';
import type { Reader } from './page-reader.ts';
import type { Word } from './words/console-words.ts';

/** Lines and letters of one that are shown: real files have some forty lines. */
const LINES_MOST = 300;
const LINE_LENGTH = 400;

/** A file with its lines numbered; those that name what is broken are set off. */
export function fileView(
  { redact }: Reader,
  { path, text }: SourceFileView,
  marked: readonly string[],
): Html {
  const lines = text.replace(/\n$/u, '').split('\n').slice(0, LINES_MOST);
  return html`<p class="muted" dir="ltr"><code>${plainText(path)}</code></p>
    <ol class="file" dir="ltr" lang="en" tabindex="0">${lines.map((line) => {
      const isMarked = marked.some((part) => part !== '' && line.includes(part));
      return html`<li ${isMarked ? html`class="marked"` : NOTHING}><code>${redact(plainText(line.slice(0, LINE_LENGTH)))}</code></li>`;
    })}</ol>`;
}

/** What a write changed in a file: the lines that left, and those that came. */
export function changeView(
  reader: Reader,
  { path, before, after }: FileChange,
  title: Word = 'the-change',
): Html {
  const { say, redact } = reader;
  return html`<section class="card done" id="change">
    <h2>${say(title)}</h2>
    <p class="muted" dir="ltr"><code>${plainText(path)}</code></p>
    <ol class="file diff" dir="ltr" lang="en" tabindex="0">${lineChanges(before, after).map(
      ({ kind, text }) =>
        html`<li class="${kind}"><span class="visually-hidden">${kind === 'same' ? '' : say(kind)}</span><code>${kind === 'added' ? '+' : kind === 'removed' ? '−' : ' '} ${redact(plainText(text.slice(0, LINE_LENGTH)))}</code></li>`,
    )}</ol>
  </section>`;
}

interface LineChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines around a change that are shown with it. */
const CONTEXT = 3;

/** The one stretch of lines in which two texts differ, with some lines around it. */
function lineChanges(before: string, after: string): LineChange[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const kind = (of: LineChange['kind'], lines: readonly string[]): LineChange[] =>
    lines.map((text) => ({ kind: of, text }));
  return [
    ...kind('same', old.slice(Math.max(0, start - CONTEXT), start)),
    ...kind('removed', old.slice(start, old.length - end)),
    ...kind('added', now.slice(start, now.length - end)),
    ...kind('same', old.slice(old.length - end, old.length - end + CONTEXT)),
  ].slice(0, LINES_MOST);
}

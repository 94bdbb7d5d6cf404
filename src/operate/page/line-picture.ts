import { html } from 'hono/html';
import { line } from '../../line/index.ts';
import type { Html } from './html.ts';
import type { Say } from './words/console-words.ts';

/** The pipeline as a list: its steps in order, each with what it gives to the next. */
export function linePicture(say: Say): Html {
  return html`<ol class="line" aria-label="${say('pipeline')}">${line.map(
    ({ name, gives }) =>
      html`<li><b>${say(`step-${name}`)}</b><small lang="en" dir="ltr">${gives}</small></li>`,
  )}</ol>`;
}

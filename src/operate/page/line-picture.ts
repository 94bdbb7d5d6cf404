import { html } from 'hono/html';
import { line } from '../../line/index.ts';
import type { Html } from './html.ts';
import { STEP_LABELS } from './labels.ts';

/** The line as a picture: its steps in order, each with what it gives to the next. */
export function linePicture(): Html {
  return html`<ol class="line" aria-label="خط العمل">
    ${line.map(
      ({ name, gives }) => html`<li>
        <b>${STEP_LABELS[name]}</b><span lang="en" dir="ltr">${name}</span
        ><small lang="en" dir="ltr">→ ${gives}</small>
      </li>`,
    )}
  </ol>`;
}

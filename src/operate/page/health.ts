import { html } from 'hono/html';
import type { HealthReport } from '../console-data.ts';
import type { Redact } from '../redaction.ts';
import { type Html, NOTHING, shown } from './html.ts';

/** A banner where something is away; nothing where all is well. */
export function healthBanner({ ok, checks }: HealthReport, redact: Redact): Html {
  const bad = checks.filter((check) => !check.ok);
  return html`<div id="health" role="status">
    ${
      ok
        ? NOTHING
        : html`<div class="alarm">
          <b>العمل متوقّف</b>
          ${bad.map(({ name, detail }) => html`<p lang="en" dir="ltr">${redact(shown(`${name}${detail ? `: ${detail}` : ''}`, 400))}</p>`)}
        </div>`
    }
  </div>`;
}

import { html } from 'hono/html';
import type { QueueCount, SinkLag } from '../console-data.ts';
import type { Snapshot } from '../snapshot.ts';
import { countOf, type Html, NOTHING, shown } from './html.ts';
import { QUEUE_LABELS } from './labels.ts';

/** The queues' counts and how far the sinks are behind. */
export function queueTiles({ queues, sinks }: Snapshot): Html {
  return html`<section id="queues" aria-label="الطوابير">
    ${queues.map(queueTile)} ${sinks.map(sinkTile)}
  </section>`;
}

function queueTile({ name, waiting, active, delayed, failed }: QueueCount): Html {
  const label = QUEUE_LABELS.get(name);
  return html`<div class="tile">
    <h2>${label ?? NOTHING} <span lang="en" dir="ltr">${shown(name, 60)}</span></h2>
    <dl>
      ${figure('تنتظر', waiting)} ${figure('تجري', active)} ${figure('مؤجّلة', delayed)}
      ${figure('أخفقت', failed, failed > 0 ? 'bad' : '')}
    </dl>
  </div>`;
}

function sinkTile({ name, waiting, pending }: SinkLag): Html {
  return html`<div class="tile sink">
    <h2>مصبّ <span lang="en" dir="ltr">${shown(name, 60)}</span></h2>
    <dl>${figure('متأخرة', waiting ?? '؟')} ${figure('لم تؤكَّد', pending)}</dl>
  </div>`;
}

function figure(label: string, count: number | string, kind = ''): Html {
  const text = typeof count === 'number' ? countOf(count) : count;
  return html`<div class="${kind}"><dt>${label}</dt><dd>${text}</dd></div>`;
}

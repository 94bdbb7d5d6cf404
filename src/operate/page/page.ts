import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import type { HealthReport } from '../console-data.ts';
import type { Redact } from '../redaction.ts';
import type { Snapshot } from '../snapshot.ts';
import { healthBanner } from './health.ts';
import { type Html, NOTHING } from './html.ts';
import { linePicture } from './line-picture.ts';
import { queueTiles } from './queues.ts';
import { recordCard } from './record-card.ts';
import { sourceList } from './sources.ts';

/** What the page shows; without a snapshot only that the state is away. */
export interface PageContent {
  readonly health: HealthReport;
  readonly snapshot: Snapshot | undefined;
  readonly records: readonly ArticleRecord[];
  readonly redact: Redact;
}

/** The parts that change as the service works; each is replaced by its id. */
export function stateParts({ health, snapshot, redact }: PageContent): Html {
  return html`${healthBanner(health, redact)}${snapshot ? queueTiles(snapshot) : NOTHING}${snapshot ? sourceList(snapshot.sources, redact) : NOTHING}`;
}

/** The whole page. */
export function consolePage(content: PageContent): Html {
  const { health, snapshot, records, redact } = content;
  return html`<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>مرصد</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/console.css" />
    <script type="module" src="/assets/console.mjs"></script>
  </head>
  <body>
    <header>
      <h1>مرصد <span lang="en">Marsad</span></h1>
      <span id="live" class="waiting" role="status"><span class="dot"></span><span class="word">يتّصل…</span></span>
      <nav>
        <a href="/queues">الطوابير</a>
        <a href="/metrics">القياسات</a>
        <a href="/health">الصحّة</a>
      </nav>
    </header>
    <main>
      ${healthBanner(health, redact)} ${linePicture()} ${snapshot ? queueTiles(snapshot) : NOTHING}
      <div class="columns">
        <section id="records">
          <h2>أحدث السجلات <span lang="en">newest records</span></h2>
          <ol id="list">
            ${records.map(recordCard)}
          </ol>
          <p class="empty">لا سجلات بعد. تظهر هنا حال نشرها.</p>
        </section>
        ${snapshot ? sourceList(snapshot.sources, redact) : NOTHING}
      </div>
    </main>
  </body>
</html>`;
}

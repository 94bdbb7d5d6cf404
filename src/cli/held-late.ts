import { identityOf } from '../jobs/link-identity.ts';
import { pageTraceOf } from '../jobs/page-trace.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { PageTraces } from '../state/page-traces.ts';
import { urlDigest } from '../state/seen.ts';

/** Reports that a skipped page is held after all, as the end of its job would have done. */
export function heldLateTeller(
  report: (jobRecord: JobRecord) => void,
  traces: Pick<PageTraces, 'add'>,
): (held: HeldRecord) => Promise<void> {
  return async ({ source, link, article, signs }) => {
    const { url, visit } = link;
    const reason = `${signs.join(', ')}, as on the pages behind it`;
    const jobRecord: JobRecord = {
      job: 'page',
      outcome: 'held',
      ms: 0,
      source,
      visit,
      url,
      reason,
    };
    report(jobRecord);
    const page = { source, digest: urlDigest(identityOf(url)) };
    await traces.add(page, pageTraceOf({ link, ...(article ? { article } : {}) }, jobRecord));
  };
}

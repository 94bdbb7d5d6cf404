import type { JobRecord } from '../record/job-record.ts';
import type { PageTrace } from '../record/trace.ts';
import type { PageJob } from './queues.ts';

/** Longest message or address that is kept: sites write both. */
const TEXT_MOST = 500;

/** What is kept of the end of a page's job: its job record, and where its link came from. */
export function pageTraceOf({ link, article }: PageJob, jobRecord: JobRecord): PageTrace {
  const { outcome, id, revision, role, via, status, bytes, ms, steps, kind, reason, error } =
    jobRecord;
  return {
    outcome,
    at: new Date().toISOString(),
    seen: link.firstSeen,
    route: { kind: link.route.kind, url: short(link.route.url) },
    visit: link.visit,
    url: short(link.url),
    ms,
    ...(article === undefined ? {} : { isRecheck: true }),
    ...withoutAbsent({ id, revision, role, via, status, bytes, kind, reason }),
    ...(steps ? { steps } : {}),
    ...(error ? { error: { code: error.code, message: short(error.message) } } : {}),
  };
}

const short = (text: string): string => text.slice(0, TEXT_MOST);

function withoutAbsent<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const known = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(known) as { [K in keyof T]?: NonNullable<T[K]> };
}

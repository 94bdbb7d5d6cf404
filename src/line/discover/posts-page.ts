import type { ArchiveSpan } from './path-days.ts';

/** Posts that WordPress gives on one page at most (developer.wordpress.org/rest-api). */
const POSTS_A_PAGE = 100;

/** The address of a page of the API's posts within the span, from 1. */
export function postsAddress(api: string, span: ArchiveSpan, page: number): string {
  const url = new URL(api);
  const fields = {
    after: new Date(span.since).toISOString(),
    before: new Date(span.until).toISOString(),
    per_page: String(POSTS_A_PAGE),
    orderby: 'date',
    page: String(page),
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

/** A page of posts as it came. */
export interface PostsAnswer {
  /** From 1. */
  readonly page: number;
  /** Posts that could be read. */
  readonly count: number;
  /** `X-WP-TotalPages` as stated; proxies drop it. */
  readonly totalPages?: string | undefined;
}

/** Whether a page of posts has one behind it: by the stated number of pages, else if it is full. */
export function hasNextPosts({ page, count, totalPages }: PostsAnswer): boolean {
  const total = /^\d{1,6}$/u.test(totalPages ?? '') ? Number(totalPages) : undefined;
  return total === undefined ? count >= POSTS_A_PAGE : page < total && count > 0;
}

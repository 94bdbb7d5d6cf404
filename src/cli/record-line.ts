import type { ArticleRecord } from '../record/article.ts';

/** One line for people: when, who, what. */
export function recordLine(record: ArticleRecord): string {
  const when = record.datePublished ?? record.dateFirstSeen;
  const role = record.story.role === 'original' ? '' : ` [${record.story.role}]`;
  const change = record.change === 'published' ? '' : ` (${record.change} ${record.revision})`;
  return `${when}  ${record.source.name}  ${record.headline}${role}${change}  ${record.id}`;
}

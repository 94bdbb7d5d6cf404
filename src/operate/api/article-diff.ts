import { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';
import { NEWS_FIELDS } from '../../record/fields.ts';
import { Revision, recordOf } from './kept-article.ts';
import { type AnyOperation, operation } from './operation.ts';
import type { ApiPorts } from './ports.ts';

const DiffPart = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const Difference = z.strictObject({
  id: z.string(),
  from: Revision,
  to: Revision,
  fields: z.array(
    z.strictObject({
      field: z.string(),
      diff: z.array(DiffPart).optional().describe('Of prose, word by word'),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});

/** Fields that are prose, and are compared word by word. */
const PROSE: ReadonlySet<string> = new Set(['headline', 'description', 'articleBody']);

/** What differs between two revisions. */
export function articleDiff(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getDiff',
    method: 'get',
    path: '/articles/{id}/diff',
    scope: 'read',
    summary: 'What differs between two revisions of an article',
    query: z.strictObject({
      from: Revision.optional().describe('The one before `to` where absent'),
      to: Revision.optional().describe('The newest where absent'),
    }),
    answer: { status: 200, description: 'The difference', schema: Difference },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const after = await recordOf(ports, c, query.to);
      const before = await recordOf(ports, c, query.from ?? Math.max(1, after.revision - 1));
      const fields = NEWS_FIELDS.flatMap((field) => difference(ports, field, { before, after }));
      return c.json({ id: after.id, from: before.revision, to: after.revision, fields });
    },
  });
}

function difference(
  { diff: diffOf }: ApiPorts,
  field: (typeof NEWS_FIELDS)[number],
  { before, after }: { before: ArticleRecord; after: ArticleRecord },
): z.infer<typeof Difference>['fields'] {
  const [was, is] = [before[field], after[field]];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!PROSE.has(field)) return [{ field, before: was, after: is }];
  return [{ field, diff: [...diffOf(String(was ?? ''), String(is ?? ''))] }];
}

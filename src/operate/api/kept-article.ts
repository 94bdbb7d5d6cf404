import type { Context } from 'hono';
import { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';
import type { ApiPorts } from './ports.ts';
import { ApiProblem } from './problem.ts';

/** The number of a revision as a parameter. */
export const Revision = z.number().int().min(1);

/** The article that the path names. @throws ApiProblem where it is not kept */
export async function recordOf(
  ports: ApiPorts,
  c: Context,
  revision?: number,
): Promise<ArticleRecord> {
  const id = c.req.param('id') ?? '';
  const record = await ports.record(id, revision);
  if (record) return record;
  const which = revision === undefined ? '' : ` in revision ${revision}`;
  throw new ApiProblem('not-found', `No article ${id.slice(0, 100)}${which} is kept`);
}

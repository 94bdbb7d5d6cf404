import { z } from 'zod';
import { Evidence } from '../../record/evidence.ts';
import { ApiArticle } from './api-article.ts';
import { articleDiff } from './article-diff.ts';
import { articleListing } from './article-listing.ts';
import { Revision, recordOf } from './kept-article.ts';
import { type AnyOperation, operation } from './operation.ts';
import type { ApiPorts } from './ports.ts';

/** The operations on articles. */
export function articleOperations(ports: ApiPorts): AnyOperation[] {
  return [articleListing(ports), one(ports), revisions(ports), evidence(ports), articleDiff(ports)];
}

function one(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getArticle',
    method: 'get',
    path: '/articles/{id}',
    scope: 'read',
    summary: 'One article, in its newest revision or in one',
    query: z.strictObject({ revision: Revision.optional(), ...ports.shape.shape }),
    answer: { status: 200, description: 'The article', schema: ApiArticle },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const record = await recordOf(ports, c, query.revision);
      return c.json(ports.shape.make(query)(record));
    },
  });
}

function revisions(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'listRevisions',
    method: 'get',
    path: '/articles/{id}/revisions',
    scope: 'read',
    summary: 'All revisions of an article that are kept, the newest first',
    query: z.strictObject(ports.shape.shape),
    answer: {
      status: 200,
      description: 'The revisions',
      schema: z.strictObject({ data: z.array(ApiArticle) }),
    },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const { id } = await recordOf(ports, c);
      const all = await ports.revisions(id);
      return c.json({ data: all.map(ports.shape.make(query)) });
    },
  });
}

const FieldEvidence = z.strictObject({
  id: z.string(),
  revision: Revision,
  evidence: z.record(z.string(), Evidence),
});

function evidence(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getEvidence',
    method: 'get',
    path: '/articles/{id}/evidence',
    scope: 'read',
    summary: 'Where each field of an article was found, and how far to trust it',
    query: z.strictObject({ revision: Revision.optional() }),
    answer: { status: 200, description: 'The evidence', schema: FieldEvidence },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const record = await recordOf(ports, c, query.revision);
      const { id, revision, evidence: found } = record;
      return c.json({ id, revision, evidence: found });
    },
  });
}

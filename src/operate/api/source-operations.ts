import { z } from 'zod';
import { Backfill } from '../../record/backfill.ts';
import { Health } from '../../record/health.ts';
import { VisitEntry } from '../../record/visit-entry.ts';
import type { SourceState } from '../console-data.ts';
import { ApiArticle } from './api-article.ts';
import { type AnyOperation, NO_QUERY, operation } from './operation.ts';
import type { ApiPorts } from './ports.ts';
import { ApiProblem } from './problem.ts';

/** A source as the API gives it: all of its state. */
export const SourceEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  homepage: z.string(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  tags: z.array(z.string()).optional(),
  enabled: z.boolean(),
  lastDay: z.number().int().describe('Records of the last 24 hours'),
  held: z.number().int().optional().describe('Readings that wait for the operator'),
  health: Health,
  backfill: Backfill.optional(),
} satisfies { [Key in keyof SourceState]-?: z.ZodType });

/** The operations on stories, sources and their visits, and on a page that is wanted now. */
export function sourceOperations(ports: ApiPorts): AnyOperation[] {
  return [story(ports), sources(ports), visits(ports), crawl(ports)];
}

function story(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getStory',
    method: 'get',
    path: '/stories/{id}',
    scope: 'read',
    summary: 'The members of a story in the order they were met',
    query: z.strictObject(ports.shape.shape),
    answer: {
      status: 200,
      description: 'The members',
      schema: z.strictObject({ id: z.string(), data: z.array(ApiArticle) }),
    },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const id = c.req.param('id') ?? '';
      const data = await ports.story(id);
      if (data.length === 0) throw new ApiProblem('not-found', 'No story of this id is kept');
      return c.json({ id, data: data.map(ports.shape.make(query)) });
    },
  });
}

function sources(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'listSources',
    method: 'get',
    path: '/sources',
    scope: 'read',
    summary: 'All sources with their health',
    query: NO_QUERY,
    answer: {
      status: 200,
      description: 'The sources',
      schema: z.strictObject({ data: z.array(SourceEntry) }),
    },
    handle: async ({ c }) => c.json({ data: await ports.sources() }),
  });
}

function visits(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'listVisits',
    method: 'get',
    path: '/sources/{id}/visits',
    scope: 'read',
    summary: 'The last visits of a source, the newest first',
    query: NO_QUERY,
    answer: {
      status: 200,
      description: 'The visits',
      schema: z.strictObject({ data: z.array(VisitEntry) }),
    },
    problems: ['not-found'],
    handle: async ({ c }) => {
      const id = c.req.param('id') ?? '';
      const isKnown = (await ports.sources()).some((source) => source.id === id);
      if (!isKnown) throw new ApiProblem('not-found', 'No source of this id');
      return c.json({ data: await ports.visits(id) });
    },
  });
}

function crawl(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'crawlPage',
    method: 'post',
    path: '/crawl',
    scope: 'crawl',
    summary: 'Fetches a page of a source now, with politeness, and publishes what it holds',
    query: NO_QUERY,
    body: z.strictObject({ url: z.url({ protocol: /^https?$/u }).max(2048) }),
    answer: {
      status: 202,
      description: 'The page is in the queue, before all others',
      schema: z.strictObject({ url: z.string(), source: z.string() }),
    },
    problems: ['no-source'],
    handle: async ({ c, body: { url } }) => {
      const taken = await ports.crawl(url);
      if (taken) return c.json({ url, source: taken.source }, 202);
      const { host } = new URL(url);
      throw new ApiProblem('no-source', `No enabled source has the site ${host}: add it first`);
    },
  });
}

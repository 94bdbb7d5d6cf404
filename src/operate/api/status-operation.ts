import { InstallationStatus } from '../installation-status.ts';
import { type AnyOperation, NO_QUERY, operation } from './operation.ts';
import type { ApiPorts } from './ports.ts';

/** The operation that tells it. */
export function statusOperation({ status }: ApiPorts): AnyOperation {
  return operation({
    name: 'getStatus',
    method: 'get',
    path: '/status',
    scope: 'read',
    summary: 'Whether the installation does its work, and what waits for an operator',
    query: NO_QUERY,
    answer: { status: 200, description: 'The status', schema: InstallationStatus },
    handle: async ({ c }) => c.json(await status()),
  });
}

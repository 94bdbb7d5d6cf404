import { z } from 'zod';

/** How an installation does: what `/health` says, with what waits for an operator. */
export const InstallationStatus = z.strictObject({
  ok: z.boolean().describe('Whether every check is good'),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      ok: z.boolean(),
      isDegraded: z.boolean().optional().describe('Good by its rule, and may not be for long'),
      detail: z.string().optional().describe('What was found, in one sentence'),
    }),
  ),
  openAlerts: z.number().int(),
  deadLetters: z.number().int().describe('Visits, pages and records that were given up'),
});
/** How an installation does. */
export type InstallationStatus = z.infer<typeof InstallationStatus>;

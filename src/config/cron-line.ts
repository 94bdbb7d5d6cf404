import { CronExpressionParser } from 'cron-parser';

/**
 * Why a cron line cannot plan visits; undefined where it can. It is read by the parser that the queue uses,
 * since a line that this parser refuses would end the scheduler of every source.
 */
export function cronFault(line: string): string | undefined {
  try {
    // A day that no month has is found where the next time is looked for.
    CronExpressionParser.parse(line).next();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `not a cron line: "${line}" (${reason})`;
  }
}

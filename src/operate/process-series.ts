import { AggregatorRegistry } from 'prom-client';
import { z } from 'zod';

/** Metrics as the library gives them in JSON; what it does not need to write them out again may be there. */
const ProcessSeries = z.array(
  z.looseObject({
    name: z.string(),
    help: z.string(),
    type: z.string(),
    aggregator: z.literal('sum'),
    values: z.array(
      z.looseObject({
        value: z.number(),
        labels: z.record(z.string(), z.union([z.string(), z.number()])),
        metricName: z.string().optional(),
      }),
    ),
  }),
);

/** What one process counted. */
export interface ProcessReport {
  /** Names the process among all machines. */
  readonly process: string;
  /** JSON of its registry. */
  readonly series: string;
}

/**
 * The metrics of several processes in Prometheus' text format, each series with the label `process`:
 * a sum over all of them would fall when one ends, and a fall reads as a restart of all.
 * What a process of another release wrote in a form that is not known is left out.
 */
export async function processesText(reports: readonly ProcessReport[]): Promise<string> {
  const labelled = reports.flatMap(({ process, series }) => {
    const metrics = readSeries(series);
    if (!metrics) return [];
    return [
      metrics.map((metric) => ({
        ...metric,
        values: metric.values.map((one) => ({ ...one, labels: { ...one.labels, process } })),
      })),
    ];
  });
  return AggregatorRegistry.aggregate(labelled).metrics();
}

function readSeries(series: string): z.infer<typeof ProcessSeries> | undefined {
  try {
    return ProcessSeries.safeParse(JSON.parse(series)).data;
  } catch {
    return undefined;
  }
}

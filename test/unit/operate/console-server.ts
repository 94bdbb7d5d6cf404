import { type IncomingHttpHeaders, request } from 'node:http';
import { type ConsoleOptions, startConsole } from '../../../src/operate/console.ts';
import { openLog } from '../../../src/operate/log.ts';
import { sampleReads, sampleWrites } from './operator-sample.ts';
import { sampleData } from './sample.ts';

/** Starts a console on a free port of loopback over sample data. */
export function startSample(change: Partial<ConsoleOptions> = {}) {
  const log = openLog('silent');
  return startConsole({
    ...{ host: '127.0.0.1', port: 0, data: sampleData(), log },
    ...{ reads: sampleReads(), writes: sampleWrites().writes },
    ...change,
  });
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What is asked beside the path. */
export interface PoliteFetch {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Asks with the path and the headers exactly as given: `fetch` would mend both. */
export function ask(
  url: string,
  path: string,
  { body, ...rest }: PoliteFetch = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, agent: false, ...rest }, async (answer) => {
      let text = '';
      try {
        for await (const chunk of answer) text += chunk;
      } catch (error) {
        return reject(error);
      }
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

import type { Config } from '../../config/load.ts';
import { type Finding, failure, good } from './finding.ts';

/** A value of a file that names a variable in place of a secret: `env:NAME`. */
interface Named {
  /** `sinks.hook.webhook.secret` */
  readonly key: string;
  readonly variable: string;
}

/** Whether the variables that settings and enabled sources name are set; nothing where none is named. */
export function checkVariables(
  { settings, sources }: Pick<Config, 'settings' | 'sources'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Finding[] {
  const named = [
    ...namedIn(settings, []),
    ...[...sources.values()]
      .filter(({ enabled }) => enabled)
      .flatMap(({ id, fetch }) => namedIn(fetch, ['sources', id, 'fetch'])),
  ];
  const missing = named.filter(({ variable }) => !environment[variable]);
  if (missing.length === 0)
    return named.length === 0 ? [] : [good('environment', `${named.length} variables are set`)];
  const found = missing.map(({ key, variable }) => `${key}: the variable ${variable} is not set`);
  const remedy = 'Set it in the environment of every process of the service.';
  return found.map((text) => failure('environment', text, remedy));
}

function namedIn(value: unknown, path: readonly string[]): Named[] {
  if (typeof value === 'string') {
    const variable = /^env:(\w+)$/u.exec(value)?.[1];
    return variable === undefined ? [] : [{ key: path.join('.'), variable }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => namedIn(inner, [...path, key]));
}

import type { Config } from '../../config/load.ts';
import { type Finding, failure, good } from './finding.ts';

/** A value of a file that names a variable in place of a secret: `env:NAME`. */
interface Named {
  /** `sinks.hook.webhook.secret` */
  readonly key: string;
  readonly variable: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is to do about a variable that is not set. */
export const UNSET_REMEDY = 'Set it in the environment of every process of the service.';

/** Whether the variables that settings and enabled sources name are set; nothing where none is named. */
export function checkVariables(
  config: Pick<Config, 'settings' | 'sources'>,
  environment: Environment = process.env,
): Finding[] {
  const unset = unsetVariables(config, environment);
  if (unset.length > 0) return unset.map((text) => failure('environment', text, UNSET_REMEDY));
  const { length } = variablesOf(config);
  return length === 0 ? [] : [good('environment', `${length} variables are set`)];
}

/** Each variable that is named and not set, in words. */
export function unsetVariables(
  config: Pick<Config, 'settings' | 'sources'>,
  environment: Environment = process.env,
): string[] {
  return variablesOf(config)
    .filter(({ variable }) => !environment[variable])
    .map(({ key, variable }) => `${key}: the variable ${variable} is not set`);
}

function variablesOf({ settings, sources }: Pick<Config, 'settings' | 'sources'>): Named[] {
  return [
    ...namedIn(settings, []),
    ...[...sources.values()]
      .filter(({ enabled }) => enabled)
      .flatMap(({ id, fetch }) => namedIn(fetch, ['sources', id, 'fetch'])),
  ];
}

function namedIn(value: unknown, path: readonly string[]): Named[] {
  if (typeof value === 'string') {
    const variable = /^env:(\w+)$/u.exec(value)?.[1];
    return variable === undefined ? [] : [{ key: path.join('.'), variable }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => namedIn(inner, [...path, key]));
}

import { ConfigError } from '../../../errors.ts';

/**
 * The proxy of a source: a URL, or `env:NAME` whose value is one, so that its login stays out of
 * files. HTTP, HTTPS and SOCKS5 are known.
 * @throws ConfigError where the variable is not set or its value is no such URL; never names it
 */
export function readProxy(setting: string, env: NodeJS.ProcessEnv): URL {
  const name = setting.startsWith('env:') ? setting.slice(4) : undefined;
  const text = name === undefined ? setting : (env[name] ?? '');
  if (!URL.canParse(text) || !/^(?:https?|socks5?):$/u.test(new URL(text).protocol)) {
    const where = name === undefined ? 'fetch.proxy' : `the variable ${name}`;
    throw new ConfigError(`${where}: expected a URL with http, https or socks5`, {
      hint: 'Write proxy: env:NAME and set NAME to http://user:password@host:port.',
    });
  }
  return new URL(text);
}

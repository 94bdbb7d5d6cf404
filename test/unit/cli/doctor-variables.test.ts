import { expect, it } from 'vitest';
import { checkVariables } from '../../../src/cli/doctor/environment.ts';
import { Settings } from '../../../src/config/settings.ts';
import { Source } from '../../../src/source.ts';

const HOOK = { hook: { webhook: { url: 'https://desk.test/', secret: 'env:HOOK_SECRET' } } };
const SOURCE = {
  ...{ name: 'السدرة', homepage: 'https://sidra.test/' },
  discover: [{ feed: 'https://sidra.test/feed' }],
  fetch: { proxy: 'env:SIDRA_PROXY' },
};

it.each<[string, object, object, Record<string, string>, string[]]>([
  ['nothing named', {}, {}, {}, []],
  ['a sink whose secret is set', { sinks: HOOK }, {}, { HOOK_SECRET: 'x' }, ['good']],
  [
    'one whose secret is not',
    { sinks: HOOK },
    {},
    {},
    ['sinks.hook.webhook.secret: the variable HOOK_SECRET is not set'],
  ],
  [
    'one that is empty',
    { sinks: HOOK },
    {},
    { HOOK_SECRET: '' },
    ['sinks.hook.webhook.secret: the variable HOOK_SECRET is not set'],
  ],
  [
    'a proxy of a source',
    {},
    SOURCE,
    {},
    ['sources.sidra.fetch.proxy: the variable SIDRA_PROXY is not set'],
  ],
  ['a source that is off', {}, { ...SOURCE, enabled: false }, {}, []],
])('finds of %s what is missing', (_name, settings, source, environment, wanted) => {
  const sources = 'name' in source ? [{ id: 'sidra', ...Source.parse(source) }] : [];
  const config = {
    settings: Settings.parse(settings),
    sources: new Map(sources.map((one) => [one.id, one])),
  };
  const findings = checkVariables(config, environment);
  expect(findings.map(({ level, found }) => (level === 'failure' ? found : level))).toEqual(wanted);
});

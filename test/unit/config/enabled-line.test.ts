import { describe, expect, it } from 'vitest';
import { setEnabled } from '../../../src/config/enabled-line.ts';
import { ConfigError } from '../../../src/errors.ts';

const FILE = `# المدار, أضيف في آذار
name:    "المدار"   # كما يكتب نفسه
discover:
    - feed: https://almadar.test/feed/   # كامل النص
`;

describe('switching a source', () => {
  it.each([
    ['replaces the value', `${FILE}enabled: true\n`, false, `${FILE}enabled: false\n`],
    ['keeps the comment', `${FILE}enabled: no # انتظر\n`, true, `${FILE}enabled: true # انتظر\n`],
    ['finds it in the middle', `enabled: true\n${FILE}`, false, `enabled: false\n${FILE}`],
    ['fills an empty value', `${FILE}enabled:\n`, false, `${FILE}enabled: false\n`],
    ['adds the line', FILE, false, `${FILE}enabled: false\n`],
    ['ends the last line', FILE.trimEnd(), false, `${FILE}enabled: false\n`],
    ['keeps the ends of lines', 'name: أ\r\n', false, 'name: أ\r\nenabled: false\r\n'],
    [
      'leaves another key alone',
      'article: { remove: enabled }\n',
      false,
      'article: { remove: enabled }\nenabled: false\n',
    ],
    [
      'is not misled by a text',
      'name: |\n  enabled: true\n',
      false,
      'name: |\n  enabled: true\nenabled: false\n',
    ],
    [
      'reads a map in braces',
      '{ name: أ, enabled: true }\n',
      false,
      '{ name: أ, enabled: false }\n',
    ],
    ['adds to a map in braces', '{ name: أ }\n', false, '{ name: أ, enabled: false }\n'],
  ])('%s', (_name, text, enabled, wanted) => {
    expect(setEnabled({ file: 'almadar.yaml', text }, enabled)).toBe(wanted);
  });

  it.each([['- a\n- b\n'], ['name: [\n'], [''], ['نص فقط']])('refuses %j', (text) => {
    expect(() => setEnabled({ file: 'x.yaml', text }, true)).toThrow(ConfigError);
  });
});

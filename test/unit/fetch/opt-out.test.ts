import { expect, it } from 'vitest';
import { findOptOut } from '../../../src/line/fetch/opt-out.ts';
import { parseRobots } from '../../../src/line/fetch/robots.ts';

const AGENT = 'Marsad/0.1 (+https://marsad.example)';

it.each([
  ['nothing', {}, '', undefined],
  ['a tag of another kind', { 'x-robots-tag': 'noarchive, nosnippet' }, '', undefined],
  [
    'noai',
    { 'x-robots-tag': 'noarchive, noai' },
    '',
    { line: 'X-Robots-Tag: noai', binding: true },
  ],
  [
    'noai for us',
    { 'x-robots-tag': 'marsad: noai' },
    '',
    { line: 'X-Robots-Tag: marsad: noai', binding: true },
  ],
  [
    'noai for another',
    { 'x-robots-tag': 'GPTBot: noai' },
    '',
    { line: 'X-Robots-Tag: GPTBot: noai', binding: false },
  ],
  [
    'images only',
    { 'x-robots-tag': 'noimageai' },
    '',
    { line: 'X-Robots-Tag: noimageai', binding: false },
  ],
  ['a reservation', { 'tdm-reservation': '1' }, '', { line: 'tdm-reservation: 1', binding: true }],
  ['no reservation', { 'tdm-reservation': '0' }, '', undefined],
  [
    'a robot for AI shut out',
    {},
    'User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n',
    { line: 'User-agent: gptbot / Disallow: /', binding: false },
  ],
  ['a robot for AI kept from one folder', {}, 'User-agent: GPTBot\nDisallow: /admin/\n', undefined],
  ['another robot shut out', {}, 'User-agent: BadBot\nDisallow: /\n', undefined],
  ['everybody shut out', {}, 'User-agent: *\nDisallow: /\n', undefined],
])('%s', (_, headers, robots, expected) => {
  expect(findOptOut(headers as Record<string, string>, parseRobots(robots), AGENT)).toEqual(
    expected,
  );
});

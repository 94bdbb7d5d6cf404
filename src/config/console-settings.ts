import { z } from 'zod';
import { Duration } from '../record/source-rules.ts';

/** A name that proxies and browsers send: no control, no colon (RFC 7617, 2). */
const UserName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}:]+$/u, 'no colon and no control');

const User = z.strictObject({
  name: UserName,
  role: z
    .enum(['viewer', 'operator'])
    .default('viewer')
    .describe('A viewer reads, an operator changes'),
  password: z
    .string()
    .regex(/^\$scrypt\$/u, 'a hash that `marsad console password` made')
    .max(400)
    .describe('The hash that `marsad console password` makes'),
});

/** A proxy in front that has logged its users in. */
const ProxyLogin = z.strictObject({
  header: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,60}$/u, 'the name of a header')
    .describe('The header that names the user: X-Forwarded-User'),
  from: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
    .min(1)
    .max(20)
    .describe('Addresses or networks from which the header is believed'),
  operators: z.array(UserName).max(200).default([]).describe('Its users who may change things'),
});

/** Another installation whose state this console shows too. */
const Shard = z.strictObject({
  url: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .describe('The address of its console'),
  token: z
    .string()
    .regex(/^env:[A-Z][A-Z0-9_]{0,99}$/u, 'env:NAME, a variable that holds the token')
    .describe('env:NAME of a variable that holds a token of its read API with the scope read'),
});

/** Each is asked again and again for every reader of the overview. */
const SHARDS_MOST = 20;

/** The console: where it listens, under which names, and who may enter. */
export const Console = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(7700).describe('0: any free port'),
  publicUrl: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .refine((url) => !/[?#]/u.test(url), 'an address without ? and #')
    // Paths are put behind it.
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional()
    .describe(
      'The address that people know, where a proxy stands in front; feeds name it as theirs',
    ),
  hosts: z
    .array(z.string().min(1).max(253))
    .max(50)
    .default([])
    .describe('Further names under which it answers; IP addresses and localhost always do'),
  users: z.array(User).max(200).default([]).describe('Who may log in'),
  proxy: ProxyLogin.optional().describe('A proxy that logs its users in; off where absent'),
  anonymous: z
    .enum(['none', 'viewer', 'operator'])
    .optional()
    .describe(
      'What those may do who have not logged in; viewer on loopback without users, else none',
    ),
  shards: z
    .record(
      z.string().regex(/^[a-zA-Z][\w-]{0,39}$/u, 'a letter, then letters, digits, hyphens'),
      Shard,
    )
    .refine((shards) => Object.keys(shards).length <= SHARDS_MOST, `at most ${SHARDS_MOST} shards`)
    .default({})
    .describe('Other installations, by names of your own, that this console shows beside its own'),
  session: Duration.default('12h').describe('How long a login holds'),
});

import { z } from 'zod';

/** `host:port`, an IPv6 host in brackets. */
const HostPort = z
  .string()
  .regex(/^(?:\[[\da-fA-F:.]+\]|[\w.-]{1,253}):\d{1,5}$/u, 'host:port, such as redis-1:26379')
  .describe('host:port');

/** The files of a TLS connection: whom we trust, and who we are. */
const Tls = z.strictObject({
  ca: z.string().optional().describe('File of the certificate authority, PEM'),
  cert: z.string().optional().describe('File of our own certificate, PEM'),
  key: z.string().optional().describe('File of its private key, PEM'),
});

/** Where Redis is, in `config/marsad.yaml`. */
export const RedisSettings = z
  .strictObject({
    url: z
      .string()
      .optional()
      .describe('redis://, rediss:// or unix://:PASSWORD@/path?db=N; REDIS_URL goes before it'),
    folder: z.string().default('.marsad').describe('Home of the private Redis'),
    tls: Tls.optional().describe('Certificates, where the address is rediss://'),
    sentinel: z
      .strictObject({
        hosts: z.array(HostPort).min(1).max(20),
        password: z
          .string()
          .regex(/^env:[A-Z_][A-Z0-9_]*$/u, 'env:NAME of a variable that holds it')
          .optional(),
      })
      .optional()
      .describe(
        'Sentinels that know the primary; the host of the url is then the name of its group',
      ),
    cluster: z
      .array(HostPort)
      .min(1)
      .max(100)
      .optional()
      .describe('Nodes of a Redis Cluster, tried where that of the url is away'),
  })
  .refine(({ sentinel, cluster }) => !(sentinel && cluster), {
    path: ['cluster'],
    message: 'sentinel or cluster, not both',
  });

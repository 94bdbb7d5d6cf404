import type { Redis } from 'ioredis';

/** The fields of a hash or of a stream's entry; a case may expect a matcher instead of a text. */
export type Fields = Readonly<Record<string, unknown>>;

/** One key's value by its type, and its life in seconds where it expires. */
export type Stored = (
  | { readonly string: string }
  | { readonly hash: Fields }
  | { readonly list: readonly string[] }
  | { readonly set: readonly string[] }
  | { readonly zset: Fields }
  | {
      readonly stream: readonly (readonly [id: unknown, fields: Fields])[];
      readonly groups?: Readonly<Record<string, Group>>;
    }
) & { readonly life?: number };

/** How far a group of a stream has come, and the entries that it took and did not acknowledge. */
interface Group {
  readonly at: string;
  readonly pending: readonly string[];
}

/** The whole content of a Redis: each key, without the tag of the installation. */
export type Content = Readonly<Record<string, Stored>>;

/** Matches a number, as Redis tells it or in decimal text, of a span that is known after the call. */
export class Between {
  private readonly span: () => readonly [from: number, to: number];

  constructor(span: () => readonly [from: number, to: number]) {
    this.span = span;
  }

  asymmetricMatch(value: unknown): boolean {
    const [from, to] = this.span();
    return value !== null && Number(value) >= from && Number(value) <= to;
  }

  toString(): string {
    return `between ${this.span().join(' and ')}`;
  }
}

/** How much of a life may have gone by between the call and the look at it, in seconds. */
const SPENT = 30;

/** What a case expects, its lives as spans: some of each has gone by. */
export function expectedContent(content: Content): object {
  const entries = Object.entries(content).map(([key, { life, ...stored }]) => [
    key,
    { ...stored, ...(life === undefined ? {} : { life: new Between(() => [life - SPENT, life]) }) },
  ]);
  return Object.fromEntries(entries);
}

const text = (value: unknown): string => String(value);

/** Stores the content under the tag. */
export async function storeContent(redis: Redis, tag: string, content: Content): Promise<void> {
  for (const [name, stored] of Object.entries(content)) {
    const key = `${tag}:${name}`;
    await storeValue(redis, key, stored);
    if (stored.life !== undefined) await redis.pexpire(key, stored.life * 1000);
  }
}

async function storeValue(redis: Redis, key: string, stored: Stored): Promise<void> {
  if ('string' in stored) await redis.set(key, stored.string);
  else if ('hash' in stored) await redis.hset(key, ...Object.entries(stored.hash).flat().map(text));
  else if ('list' in stored) await redis.rpush(key, ...stored.list);
  else if ('set' in stored) await redis.sadd(key, ...stored.set);
  else if ('zset' in stored)
    for (const [member, score] of Object.entries(stored.zset))
      await redis.zadd(key, text(score), member);
  else {
    for (const [id, fields] of stored.stream)
      await redis.xadd(key, text(id), ...Object.entries(fields).flat().map(text));
    for (const [group, state] of Object.entries(stored.groups ?? {}))
      await storeGroup(redis, [key, group], state);
  }
}

async function storeGroup(
  redis: Redis,
  [key, group]: [string, string],
  { at, pending }: Group,
): Promise<void> {
  await redis.xgroup('CREATE', key, group, '0');
  for (const id of pending) {
    await redis.xgroup('SETID', key, group, positionBefore(id));
    await redis.xreadgroup('GROUP', group, 'one', 'COUNT', 1, 'STREAMS', key, '>');
  }
  await redis.xgroup('SETID', key, group, at);
}

/** The last position of the millisecond before that of an entry, the sequence being 64 bits. */
const positionBefore = (id: string): string => `${Number(id.split('-')[0]) - 1}-${2n ** 64n - 1n}`;

/** All that is stored under the tag and beside it: names without the tag, lives in seconds. */
export async function contentOf(redis: Redis, tag: string): Promise<object> {
  const keys = await redis.keys('*');
  const entries = keys.map(async (key) => {
    const ms = await redis.pttl(key);
    const name = key.startsWith(`${tag}:`) ? key.slice(tag.length + 1) : key;
    return [name, { ...(await typedValue(redis, key)), ...(ms < 0 ? {} : { life: ms / 1000 }) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function typedValue(redis: Redis, key: string): Promise<object> {
  const type = await redis.type(key);
  if (type === 'string') return { string: await redis.get(key) };
  if (type === 'hash') return { hash: await redis.hgetall(key) };
  if (type === 'list') return { list: await redis.lrange(key, 0, -1) };
  if (type === 'set') return { set: (await redis.smembers(key)).sort() };
  if (type === 'zset') {
    const flat = await redis.zrange(key, '0', '-1', 'WITHSCORES');
    return { zset: objectOf(flat, Number) };
  }
  const stream = await redis.xrange(key, '-', '+');
  const groups = await groupsOf(redis, key);
  return {
    stream: stream.map(([id, flat]) => [id, objectOf(flat, text)]),
    ...(Object.keys(groups).length > 0 ? { groups } : {}),
  };
}

async function groupsOf(redis: Redis, key: string): Promise<Record<string, Group>> {
  const flat = (await redis.xinfo('GROUPS', key)) as string[][];
  const found = flat.map(async (pairs) => {
    const { name = '', 'last-delivered-id': at = '' } = objectOf(pairs, text);
    const pending = (await redis.xpending(key, name, '-', '+', 100)) as [string][];
    return [name, { at, pending: pending.map(([id]) => id) }];
  });
  return Object.fromEntries(await Promise.all(found));
}

function objectOf<Value>(
  flat: readonly string[],
  read: (value: string) => Value,
): Record<string, Value> {
  const names = flat.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, read(flat[index * 2 + 1] ?? '')]));
}

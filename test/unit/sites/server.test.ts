import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { serveSites } from '../../sites/server.ts';

describe('serveSites', () => {
  it('serves the sites named, each on a port of its own, and keeps what was asked', async () => {
    const served = await serveSites({ sites: ['sawt-annil', 'almarsa'] });
    const [first, second] = [...served.origins.values()];
    expect([...served.origins.keys()]).toEqual(['almarsa', 'sawt-annil']);
    expect(first).not.toBe(second);
    await fetch(`${first}/category/${encodeURI('مقالات')}/`, { headers: { 'x-asked-by': 'test' } });
    await served.close();
    expect(served.requests).toHaveLength(1);
    const [asked] = served.requests;
    expect(asked).toMatchObject({ site: 'almarsa', path: '/category/مقالات/', status: 200 });
    expect(asked?.headers['x-asked-by']).toBe('test');
    expect(Math.abs(Date.now() - (asked?.at ?? 0))).toBeLessThan(10_000);
  });

  it('tells which port is taken and leaves nothing open', async () => {
    const served = await serveSites({ sites: ['almarsa'] });
    const taken = Number(new URL(served.origins.get('almarsa') ?? '').port);
    const failure = serveSites({ sites: ['almarsa', 'sawt-annil'], basePort: taken });
    await expect(failure).rejects.toThrow(ConfigError);
    await expect(failure).rejects.toThrow(String(taken));
    await served.close();
    const again = await serveSites({ sites: ['almarsa'], basePort: taken });
    expect(again.origins.get('almarsa')).toBe(`http://127.0.0.1:${taken}`);
    await again.close();
  });

  it('refuses a site that is not there', async () => {
    await expect(serveSites({ sites: ['nowhere'] })).rejects.toThrow(/No site 'nowhere'/u);
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sink, SinkPorts } from '../../../src/line/deliver/sink.ts';
import { hasZstd } from '../../../src/line/deliver/sinks/files/compress.ts';
import { filesSink } from '../../../src/line/deliver/sinks/files.ts';
import { deliveryOf } from '../../deliveries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A sink of files needs nothing of the installation. */
const NO_PORTS = {} as SinkPorts;
const open = (settings: object): Promise<Sink> => filesSink.open({ folder, ...settings }, NO_PORTS);
const parts = (): string[] =>
  readdirSync(join(folder, '.open')).filter((name) => /jsonl$/u.test(name));
const closed = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('date='))
    .flatMap((day) => readdirSync(join(folder, day)).map((name) => join(folder, day, name)));

/** Makes the open part one of an hour long gone, as after a night's stop. */
function age(): void {
  for (const name of parts()) {
    const old = name.replace(/^[^.]+/u, '2026-11-01T10');
    renameSync(join(folder, '.open', name), join(folder, '.open', old));
  }
}

/** Delivers 1 to 3, lets their hour pass, delivers 3 and 4. */
async function overAnHour(settings: object): Promise<void> {
  const sink = await open(settings);
  await sink.deliver([deliveryOf(1), deliveryOf(2)]);
  await sink.deliver([deliveryOf(3)]);
  await sink.close();
  age();
  const again = await open(settings);
  await again.deliver([deliveryOf(3), deliveryOf(4)]);
  await again.close();
}

const idsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id);

describe('a file', () => {
  it('appears whole under the day of its hour, packed, when the hour is over', async () => {
    await overAnHour({});
    const [file = '', ...more] = closed();
    expect(more).toEqual([]);
    expect(file).toMatch(/date=2026-11-01\/articles-2026-11-01T10\.\d+\.jsonl\.gz$/u);
    expect(idsOf(gunzipSync(readFileSync(file)).toString('utf8'))).toEqual(['a1', 'a2', 'a3']);
    expect(idsOf(readFileSync(join(folder, '.open', parts()[0] ?? ''), 'utf8'))).toEqual(['a4']);
  });

  it('is not packed where that is asked', async () => {
    await overAnHour({ compress: 'none' });
    expect(idsOf(readFileSync(closed()[0] ?? '', 'utf8'))).toEqual(['a1', 'a2', 'a3']);
  });

  it('is packed with zstd where this Node can, else the settings are refused', async () => {
    const faults = filesSink.settings.safeParse({ compress: 'zstd' }).error?.issues ?? [];
    expect(faults.map(({ message }) => /Node 22\.15/u.test(message))).toEqual(
      hasZstd() ? [] : [true],
    );
    if (!hasZstd()) return;
    await overAnHour({ compress: 'zstd' });
    expect(closed()[0]).toMatch(/\.jsonl\.zst$/u);
  });

  it('begins anew by size', async () => {
    const sink = await open({ size: 10_000 });
    for (let n = 0; n < 30; n += 1) await sink.deliver([deliveryOf(n)]);
    await sink.close();
    const files = closed();
    expect(files.length).toBeGreaterThan(1);
    const ids = files.flatMap((file) => idsOf(gunzipSync(readFileSync(file)).toString('utf8')));
    const open_ = parts().flatMap((name) =>
      idsOf(readFileSync(join(folder, '.open', name), 'utf8')),
    );
    expect([...ids, ...open_].sort()).toEqual(Array.from({ length: 30 }, (_, n) => `a${n}`).sort());
  });

  it('of Parquet is read by a reader of it, its text and its times whole', async () => {
    await overAnHour({ format: 'parquet' });
    const [path = ''] = closed();
    expect(path).toMatch(/\.parquet$/u);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    expect(rows.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
    const { record } = deliveryOf(1);
    expect(rows[0]).toMatchObject({
      revision: 1,
      source: 'almadar',
      country: 'JO',
      headline: record.headline,
      articleBody: record.articleBody,
      dateFirstSeen: new Date(record.dateFirstSeen),
    });
    expect(JSON.parse(rows[0]?.record)).toEqual(record);
    const guide = readFileSync('docs/consumer.md', 'utf8');
    const [, columns = ''] = /columns of a Parquet file are ([^.]*\.)/u.exec(guide) ?? [];
    for (const name of Object.keys(rows[0] ?? {})) expect(columns).toContain(`\`${name}\``);
  });

  it('left by a crash between its rename and the end of its part is made once', async () => {
    const sink = await open({});
    await sink.deliver([deliveryOf(1)]);
    await sink.close();
    age();
    const name = parts()[0] ?? '';
    const part = readFileSync(join(folder, '.open', name));
    const again = await open({});
    await again.deliver([deliveryOf(2)]);
    await again.close();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, '.open', name), part);
    const third = await open({});
    await third.deliver([deliveryOf(1), deliveryOf(3)]);
    await third.close();
    expect(closed()).toHaveLength(1);
    expect(existsSync(join(folder, '.open', name))).toBe(false);
    expect(
      parts().flatMap((one) => idsOf(readFileSync(join(folder, '.open', one), 'utf8'))),
    ).toEqual(['a2', 'a3']);
  });
});

it('unpacks with the tools of the system', async () => {
  await overAnHour({});
  const text = execFileSync('gzip', ['-dc', closed()[0] ?? ''], { encoding: 'utf8' });
  expect(idsOf(text)).toHaveLength(3);
});

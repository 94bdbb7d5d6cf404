import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { rememberSources } from '../../../src/config/remembered-sources.ts';
import type { Source } from '../../../src/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-remembered-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A reader that counts how often it reads. */
function counted() {
  let reads = 0;
  const read = rememberSources((file) => {
    reads += 1;
    return { id: file } as Source;
  });
  return { read, reads: () => reads };
}

/** A file whose times are an hour old, but for the time at which they were set. */
function oldFile(name: string): string {
  const file = join(folder, name);
  writeFileSync(file, 'name: صدى');
  const then = new Date(Date.now() - 3_600_000);
  utimesSync(file, then, then);
  return file;
}

/** Waits until the file was changed long enough ago, by the clock of its file system. */
async function settled(file: string): Promise<void> {
  while (statSync(file).ctimeMs > Date.now() - 2100) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('reads a file once until it changes', async () => {
  const file = oldFile('a.yaml');
  await settled(file);
  const { read, reads } = counted();
  expect(read(file)).toBe(read(file));
  expect(reads()).toBe(1);
  writeFileSync(file, 'name: مدى');
  read(file);
  expect(reads()).toBe(2);
});

it('reads a file that was written just now each time', () => {
  const file = join(folder, 'b.yaml');
  writeFileSync(file, 'name: صدى');
  const { read, reads } = counted();
  read(file);
  read(file);
  expect(reads()).toBe(2);
});

it('reads another file that took the place of one', async () => {
  const [file, other] = [oldFile('c.yaml'), oldFile('d.yaml')];
  await settled(other);
  const { read, reads } = counted();
  read(file);
  renameSync(other, file);
  read(file);
  expect(reads()).toBe(2);
});

it('remembers nothing of a file that cannot be read', async () => {
  const file = oldFile('e.yaml');
  await settled(file);
  let reads = 0;
  const read = rememberSources(() => {
    reads += 1;
    throw new RangeError('broken');
  });
  expect(() => read(file)).toThrow('broken');
  expect(() => read(file)).toThrow('broken');
  expect(reads).toBe(2);
});

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyedLine, openLinesFile } from '../../../src/line/deliver/sinks/lines-file.ts';

let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A path in folders that are not there yet. */
function fresh(): string {
  count += 1;
  return join(folder, String(count), 'deep', 'articles.jsonl');
}

const line = (id: string, revision = 1): string => JSON.stringify({ id, revision });
const keyed = (id: string, revision = 1, isAgain = false): KeyedLine => ({
  key: `${id}:${revision}`,
  line: Buffer.from(line(id, revision)),
  isAgain,
});

async function append(path: string, lines: readonly KeyedLine[], keys?: Set<string>) {
  const file = await openLinesFile(path, keys);
  await file.append(lines);
  await file.close();
  return readFileSync(path, 'utf8');
}

const WHOLE = `${line('a')}\n`;

describe('a file of lines', () => {
  it.each<[string, string, readonly KeyedLine[], string]>([
    ['takes a line after those that stand there', WHOLE, [keyed('b')], `${WHOLE}${line('b')}\n`],
    [
      'takes no line whose key stands there',
      WHOLE,
      [keyed('a'), keyed('b')],
      `${WHOLE}${line('b')}\n`,
    ],
    ['takes another revision', WHOLE, [keyed('a', 2)], `${WHOLE}${line('a', 2)}\n`],
    ['takes a line that is asked for again', WHOLE, [keyed('a', 1, true)], `${WHOLE}${WHOLE}`],
    [
      'takes away the line that a crash cut off',
      `${WHOLE}{"id":"b","rev`,
      [keyed('b')],
      `${WHOLE}${line('b')}\n`,
    ],
    ['takes away a first line that was cut off', '{"id":"a","rev', [keyed('a')], WHOLE],
    [
      'leaves lines of another make alone',
      'note\n{"id":7}\n\n',
      [keyed('a')],
      `note\n{"id":7}\n\n${WHOLE}`,
    ],
    ['is left as it is by an empty batch', WHOLE, [], WHOLE],
  ])('%s', async (_what, before, lines, after) => {
    const path = fresh();
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, before);
    expect(await append(path, lines)).toBe(after);
  });

  it('is made with its folders', async () => {
    expect(await append(fresh(), [keyed('a')])).toBe(WHOLE);
  });

  it('takes no line that another file of the sink has', async () => {
    expect(await append(fresh(), [keyed('a'), keyed('b')], new Set(['b:1']))).toBe(WHOLE);
  });

  it('begins anew where a tool moved it away, and knows what it has written', async () => {
    const path = fresh();
    const file = await openLinesFile(path);
    await file.append([keyed('a')]);
    renameSync(path, `${path}.1`);
    await file.append([keyed('a'), keyed('b')]);
    await file.close();
    expect(readFileSync(`${path}.1`, 'utf8')).toBe(WHOLE);
    expect(readFileSync(path, 'utf8')).toBe(`${line('b')}\n`);
  });

  it('knows what another process wrote in between', async () => {
    const path = fresh();
    const [one, other] = [await openLinesFile(path), await openLinesFile(path)];
    await one.append([keyed('a')]);
    await other.append([keyed('a'), keyed('b')]);
    await one.append([keyed('b'), keyed('c')]);
    await Promise.all([one.close(), other.close()]);
    expect(readFileSync(path, 'utf8')).toBe(`${WHOLE}${line('b')}\n${line('c')}\n`);
  });

  it('says what to do where its path cannot be opened', async () => {
    const path = join(folder, 'a-folder');
    mkdirSync(path);
    await expect(openLinesFile(path)).rejects.toMatchObject({
      name: 'SinkError',
      message: expect.stringContaining(path),
      hint: expect.stringContaining('marsad.yaml'),
    });
  });
});

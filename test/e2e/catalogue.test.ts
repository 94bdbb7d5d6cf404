import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callMarsad } from '../called.ts';

it('enables entries of the catalogue, lists them by country and state, and switches them', async () => {
  const config = mkdtempSync(join(tmpdir(), 'marsad-enable-'));
  const run = (...words: string[]) => callMarsad('sources', ...words, '--config', config);
  const enabled = await run('enable', 'om-atheer', '--country', 'PS');
  expect(enabled.status).toBe(0);
  expect(enabled.stdout.split('\n').filter((line) => line.includes('copied'))).toHaveLength(8);
  expect(existsSync(join(config, 'sources', 'ps-wafa.yaml'))).toBe(true);

  expect((await run('check')).status).toBe(0);
  expect((await run('disable', 'ps-wafa')).stdout).toBe('ps-wafa is now disabled\n');
  expect((await run('list', '--state', 'disabled')).stdout).toMatch(/^ps-wafa\tdisabled\t/u);
  expect((await run('list', '--country', 'OM')).stdout).toMatch(/^om-atheer\tenabled\t/u);
  expect((await run('enable', 'ps-wafa')).stdout).toBe('ps-wafa is now enabled\n');
  expect(readFileSync(join(config, 'sources', 'ps-wafa.yaml'), 'utf8')).toContain('enabled: true');
});

it.each([
  [['enable'], 'Nothing is named'],
  [['enable', 'no-such-outlet'], 'no such entry'],
  [['enable', '--country', 'ZZ'], 'no such entry'],
  [['disable', 'ps-wafa'], 'No source ps-wafa'],
])('refuses %j with a clear word', async (words, told) => {
  const config = mkdtempSync(join(tmpdir(), 'marsad-enable-'));
  const { status, stderr } = await callMarsad('sources', ...words, '--config', config);
  expect(status).toBe(2);
  expect(stderr).toContain(told);
});

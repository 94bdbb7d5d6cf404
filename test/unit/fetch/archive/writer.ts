import { randomBytes } from 'node:crypto';
import { StateError } from '../../../../src/errors.ts';
import { openArchive } from '../../../../src/line/fetch/archive/archive.ts';

/** A process of its own: writes answers into the folder it is given until the disk takes no more. */
const archive = openArchive({ folder: process.argv[2] ?? '' });
const body = randomBytes(2000);
const answer = {
  requestedUrl: 'http://news.test/1',
  url: 'http://news.test/1',
  redirects: [],
  status: 200,
  headers: {},
  body,
  packed: body,
  ms: 1,
  at: 0,
};

async function codeOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof StateError ? error.code : String(error);
  }
}

let written = -1;
let code: string | undefined;
while (code === undefined && written < 100) {
  written += 1;
  code = await codeOf(() => archive.write({ answer, via: 'http', kind: 'page', sent: {} }));
}
// What is larger than the limit has no room in a new file either.
const large = { ...answer, packed: randomBytes(20_000) };
await codeOf(() => archive.write({ answer: large, via: 'http', kind: 'page', sent: {} }));
const again = await codeOf(archive.ready);
process.stdout.write(JSON.stringify({ written, code, again }));

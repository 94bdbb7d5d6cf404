import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Packages that the client needs, as `npm install` would lay them beside it. */
const NEEDED = ['ioredis', 'standardwebhooks'];

/** The package for consumers, built, packed and installed in the folder of a new user. */
export interface ClientPackage {
  /** The folder of a program that uses it. */
  readonly folder: string;
  /** The package as it is installed there. */
  readonly installed: string;
  readonly tarball: () => Uint8Array;
  readonly close: () => void;
}

/** Where a package is kept that was packed: under the digest of all that it is made of. */
const PACKED = join(ROOT, 'node_modules/.cache/marsad-client');

/** Tells the files that the package is made of, and the packages that build it, from others. */
function digestOfSources(): string {
  const folder = join(ROOT, 'clients/node');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/^(?:dist|node_modules)\b/u.test(file))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const file of [...files, join(ROOT, 'package-lock.json')])
    hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The tarball that `npm pack` makes of the package: made once for all files of tests that install it. */
function packedClient(folder: string): string {
  const kept = join(PACKED, `${digestOfSources()}.tgz`);
  if (existsSync(kept)) return kept;
  const built = join(folder, 'built');
  mkdirSync(built);
  execFileSync(process.execPath, [join(ROOT, 'clients/node/build.mjs'), built], {
    stdio: 'inherit',
  });
  mkdirSync(PACKED, { recursive: true });
  // Beside its place, and whole when it gets its name: another worker may look for it meanwhile.
  const beside = mkdtempSync(join(PACKED, 'packing-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', beside];
  const packed = JSON.parse(execFileSync('npm', pack, { cwd: built, encoding: 'utf8' }));
  renameSync(join(beside, String(packed[0].filename)), kept);
  rmSync(beside, { recursive: true });
  return kept;
}

/** Installs what `npm pack` makes of the package: nothing of this repository beyond. */
export function installClient(): ClientPackage {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-client-'));
  const tarball = packedClient(folder);
  const installed = join(folder, 'node_modules/marsad-client');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const name of NEEDED) {
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return {
    folder,
    installed,
    tarball: () => new Uint8Array(readFileSync(tarball)),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

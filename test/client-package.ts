import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
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

/** Builds the package and installs what `npm pack` makes of it: nothing of this repository beyond. */
export function installClient(): ClientPackage {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-client-'));
  const built = join(folder, 'built');
  mkdirSync(built);
  execFileSync(process.execPath, [join(ROOT, 'clients/node/build.mjs'), built], {
    stdio: 'inherit',
  });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const packed = JSON.parse(execFileSync('npm', pack, { cwd: built, encoding: 'utf8' }));
  const tarball = join(folder, String(packed[0].filename));
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

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * Cost of a new hash: 2^15 blocks of 1 KB, three times, some 0.2 s (OWASP Password Storage Cheat
 * Sheet: the strength of 2^17 once, with a quarter of the memory).
 */
const COST = { ln: 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A hash in the settings that costs more is a mistake, or somebody's way to stop the console. */
const MOST = { ln: 18, r: 16, p: 16 } as const;

/** Modular crypt form as of the PHC string format: `$scrypt$ln=15,r=8,p=3$SALT$HASH`. */
const PASSWORD_HASH =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/-]{11,88})\$([\w+/-]{22,172})$/u;

/** The hash of a password, as the settings take it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, { ...COST, bytes: HASH_BYTES });
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether a password belongs to a hash; false for a text that is no hash, or one that costs too much. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const match = PASSWORD_HASH.exec(stored);
  if (!match) return false;
  const [ln, r, p] = [1, 2, 3].map((at) => Number(match[at]));
  if (!ln || !r || !p || ln > MOST.ln || r > MOST.r || p > MOST.p) return false;
  const [salt, hash] = [match[4] ?? '', match[5] ?? ''].map((text) => Buffer.from(text, 'base64'));
  if (!salt || !hash) return false;
  const found = await derive(password, salt, { ln, r, p, bytes: hash.length });
  return timingSafeEqual(found, hash);
}

interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly bytes: number;
}

function derive(password: string, salt: Buffer, { ln, r, p, bytes }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  // What the algorithm needs, and as much again for its last block.
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

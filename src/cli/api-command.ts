import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { tokenDigest } from './api-ports.ts';
import { jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

/** 256 bits: no guess comes near, so that a plain digest of it may be kept. */
const TOKEN_BYTES = 32;

const token = new Command('token')
  .description(
    'Makes a token for the API and prints it once, with the SHA-256 that the settings take. Nothing is stored.',
  )
  .addOption(jsonOption())
  .action(async ({ json }: { json?: boolean }) => {
    const secret = `marsad_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    const sha256 = tokenDigest(secret);
    if (json) return printJson({ token: secret, sha256 });
    await print(`token:  ${secret}\nsha256: ${sha256}\n`);
    await print(`marsad.yaml:\napi: { tokens: { NAME: { sha256: ${sha256}, scopes: [read] } } }\n`);
  });

/** `marsad api`: who may use the API. */
export const api = new Command('api')
  .description('The read API of the console: tokens for those who use it.')
  .addCommand(token);

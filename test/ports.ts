import { type AddressInfo, createServer } from 'node:net';

/**
 * The ports given here lie below those that a kernel hands out by itself (from 32768 on Linux): between
 * the look and the server that takes one, no connection and no `listen(0)` of another process gets it.
 */
const LOWEST = 12_000;
const HIGHEST = 32_000;

/** A port of loopback for a server that has to be told its port before it starts. */
export async function freePort(): Promise<number> {
  const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
  return (await isFree(port)) ? port : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const isOpen = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve((probe.address() as AddressInfo).port === port));
  });
  if (isOpen) await new Promise((closed) => probe.close(closed));
  return isOpen;
}

import { terminalJson, terminalText } from '../operate/terminal-text.ts';

/** Writes one JSON line to standard output, waiting where the reader is slow. */
export async function printJson(value: unknown): Promise<void> {
  await write(`${terminalJson(value)}\n`);
}

/** Writes text to standard output, waiting where the reader is slow. */
export async function print(text: string): Promise<void> {
  await write(terminalText(text));
}

/** Writes a document to standard output to the byte; a terminal gets it without control characters. */
export async function printDocument(text: string): Promise<void> {
  await write(process.stdout.isTTY ? terminalText(text) : text);
}

/** Writes text to standard error. */
export function printError(text: string): void {
  process.stderr.write(terminalText(text));
}

async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

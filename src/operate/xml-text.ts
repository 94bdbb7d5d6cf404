import { plainText } from './plain-text.ts';

/** A text as XML 1.0 may hold it, in content and quoted attributes; its lines stay. */
export function xmlText(text: string): string {
  const lines = text.split('\n').map(plainText).join('\n');
  return lines
    .replace(/[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

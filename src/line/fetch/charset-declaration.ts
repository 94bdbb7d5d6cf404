/** A declared encoding: its WHATWG name, and where it stood. */
export interface Declaration {
  readonly charset: string;
  readonly from: 'header' | 'meta' | 'xml';
}

/** The WHATWG name behind a label, or undefined where no browser knows it. */
function parseLabel(label: string): string | undefined {
  const name = label.trim();
  // `windows_1256` is no label of WHATWG's and is printed all the same.
  return encodingOf(name) ?? encodingOf(name.replaceAll('_', '-'));
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Browsers look for a meta declaration in the first 1,024 bytes; pages put it later too. */
const LOOK_BYTES = 8192;

/** What header, XML declaration and meta say, in the order of their weight (HTML, 13.2.3.2). */
export function readDeclarations(contentType: string | undefined, bytes: Buffer): Declaration[] {
  const head = bytes.subarray(0, LOOK_BYTES).toString('latin1');
  const found: [Declaration['from'], string | undefined][] = [
    ['header', /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/iu.exec(contentType ?? '')?.[1]],
    ['xml', /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(head)?.[1]],
    ['meta', /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(head)?.[1]],
  ];
  return found.flatMap(([from, label]) => {
    const charset = label === undefined ? undefined : parseLabel(label);
    return charset === undefined ? [] : [{ charset, from }];
  });
}

declare module 'warc' {
  import type { Transform } from 'node:stream';

  /** A stream of a WARC file's bytes in, its records out. */
  class WARCStream extends Transform {}
  export = WARCStream;
}

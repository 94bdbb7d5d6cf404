const MEGABYTE = 1_000_000;

/** What one answer may cost at most. */
export interface FetchLimits {
  /** Bytes of the body, as it came and again after decompression. */
  readonly bodyBytes: number;
  /** Bytes of the status line and all header fields. */
  readonly headerBytes: number;
  /** From the request to the end of the answer's header, and between two bytes after it. */
  readonly firstByteMs: number;
  /** The whole, redirects included. */
  readonly totalMs: number;
  readonly redirects: number;
  /** UTF-16 units of a URL. */
  readonly urlLength: number;
  /** Decompressed bytes for each byte that came. */
  readonly decompressRatio: number;
}

/** The limits where the settings say nothing. */
export const DEFAULT_LIMITS: FetchLimits = {
  // The largest news pages are near 3 MB of HTML; sitemaps are split far below 10 MB.
  bodyBytes: 10 * MEGABYTE,
  // Servers refuse requests above 8 to 16 KB of header; answers with long policies reach 30 KB.
  headerBytes: 64 * 1024,
  firstByteMs: 15_000,
  totalMs: 30_000,
  // Browsers follow 20, RFC 9309 asks for at least 5 for robots.txt.
  redirects: 10,
  // The longest URL sitemaps may hold (sitemaps.org).
  urlLength: 2048,
  // Repetitive HTML packs at most some 40 : 1 with gzip; brotli and zstd come near 100 : 1.
  decompressRatio: 200,
};

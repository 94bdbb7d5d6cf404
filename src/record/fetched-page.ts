/** How a document came: by plain HTTP, a browser, its AMP twin, or the feed's full text. */
export type FetchMethod = 'http' | 'browser' | 'amp' | 'feed';

/** A document as the site answered it, decoded to text. */
export interface Page {
  /** Where the last redirect led. */
  readonly url: string;
  readonly requestedUrl: string;
  /** The URLs between the two, in order; permanent where the site said 301 or 308. */
  readonly redirects: readonly { readonly url: string; readonly permanent: boolean }[];
  readonly status: number;
  /** Names in lower case; repeated fields joined by a comma (RFC 9110, 5.3). */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The text in the chunks that it was decoded in, for a parser. */
  readonly chunks?: readonly string[];
  /** WHATWG label of the encoding that the text was decoded from. */
  readonly charset: string;
  /** What decided the encoding: bom, header, meta, xml, statistics. */
  readonly charsetFrom: string;
  /** Size of the body as it was transferred, before it was unpacked. */
  readonly bytes: number;
  /** From the request to the last byte. */
  readonly ms: number;
  /** ISO instant of the request. */
  readonly at: string;
  readonly via: FetchMethod;
  /** Where the answer is kept, `FILE:OFFSET` within the archive's folder. */
  readonly archive?: string | undefined;
  /** Set where nobody knows what robots.txt said, as for another's archive; else it allowed the page. */
  readonly robots?: 'unknown' | undefined;
  /** The site's opt-out from AI use, in its header or robots.txt; `binding` where it holds for everybody. */
  readonly optOut?: { readonly line: string; readonly binding: boolean } | undefined;
}

/** Chunks as one text: `+` copies nothing until somebody reads into the string. */
export const joinChunks = (chunks: readonly string[]): string =>
  chunks.reduce((text, chunk) => text + chunk, '');

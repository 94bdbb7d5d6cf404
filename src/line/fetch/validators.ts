/** What a site gave to ask by whether a document changed (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** A link to an article as a listing shows it. */
export interface SectionLink {
  readonly url: string;
  readonly title?: string;
  /** The date beside the link, as printed. */
  readonly published?: string;
}

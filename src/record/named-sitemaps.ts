/** The sitemaps that a site's robots.txt named, and those of them that came later than the source. */
export interface NamedSitemaps {
  readonly named: readonly string[];
  readonly adopted: readonly string[];
}

/** Elements of the head, and scripts: kept apart for the readers of metadata. */
export const HEAD: ReadonlySet<string> = new Set(['meta', 'link', 'title', 'base', 'script']);

/** Elements whose text is not shown, or is no text of the page. */
export const SILENT: ReadonlySet<string> = new Set(
  'style noscript template svg iframe object embed video audio canvas select option textarea button label legend map math'.split(
    ' ',
  ),
);

/** Elements that do not interrupt a paragraph (HTML, "phrasing content"). All others do. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr picture q s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

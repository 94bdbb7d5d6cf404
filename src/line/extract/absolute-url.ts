import type { Element } from 'domhandler';
import { type Found, found } from '../../record/evidence.ts';
import type { Document } from './document.ts';
import { findMeta, type Metadata, readMetadata } from './metadata.ts';

/** A page and what its head says. */
interface Headed {
  readonly document: Document;
  readonly metadata: Metadata;
}

/** An address made absolute; undefined where it is none of http or https. */
export function absoluteUrl(address: string | undefined, base: string): string | undefined {
  const text = address?.trim();
  if (!text || text.length > 4_000 || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** The canonical link as the page states it. */
export function readCanonical({ document, metadata }: Headed): Found<string> | undefined {
  const link = metadata.links.get('canonical')?.[0]?.attribs.href;
  const stated = absoluteUrl(link, document.url);
  if (stated) return found(stated, { from: 'link canonical', text: link ?? '', confidence: 0.95 });
  const open = findMeta(metadata, ['og:url'])?.content;
  const url = absoluteUrl(open, document.url);
  return url ? found(url, { from: 'og:url', text: open ?? '', confidence: 0.85 }) : undefined;
}

/** Twins of the page: AMP, mobile, short and Open Graph addresses, without repeats. */
export function readOtherUrls({ document, metadata }: Headed): readonly string[] {
  const links = (rel: string): readonly Element[] => metadata.links.get(rel) ?? [];
  const mobile = links('alternate').filter(({ attribs }) => attribs.media && attribs.href);
  const addresses = [
    ...[...links('amphtml'), ...links('shortlink'), ...mobile].map(({ attribs }) => attribs.href),
    findMeta(metadata, ['og:url'])?.content,
  ];
  const urls = addresses.map((address) => absoluteUrl(address, document.url));
  return [...new Set(urls.filter((url) => url !== undefined))].slice(0, 20);
}

/** The address that the page itself states, canonical before `og:url`; for saved pages. */
export function statedUrl(document: Document): string | undefined {
  return readCanonical({ document, metadata: readMetadata(document) })?.value;
}

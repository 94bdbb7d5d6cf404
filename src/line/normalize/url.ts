/** The one form of a URL, and why each part went. */
export interface CanonicalUrl {
  readonly url: string;
  readonly reasons: readonly { readonly step: string; readonly detail: string }[];
}

/** Parameters that tell where a click came from and nothing of the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|amp)$/iu;

/** Brings a URL to one form: tracking parameters, fragment and default port out. */
export function canonicalUrl(url: string, base?: string): CanonicalUrl {
  if (!URL.canParse(url, base)) return { url, reasons: [{ step: 'not-a-url', detail: url }] };
  const parsed = new URL(url, base);
  const reasons: { step: string; detail: string }[] = [];
  for (const name of [...parsed.searchParams.keys()].filter((key) => TRACKING.test(key))) {
    parsed.searchParams.delete(name);
    reasons.push({ step: 'tracking', detail: name });
  }
  if (parsed.hash !== '') reasons.push({ step: 'fragment', detail: parsed.hash });
  parsed.hash = '';
  return { url: parsed.href, reasons };
}

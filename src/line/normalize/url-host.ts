import { getDomain } from 'tldts';

/** Labels of the host that serves phones the same paths: m.site, mobile.site, ar.m.site. */
const MOBILE = new Set(['m', 'mobile', 'mob', 'wap', 'touch']);

/** Labels that a host does as well without. */
const NEEDLESS: ReadonlyMap<string, string> = new Map(Object.entries({ www: 'www', amp: 'amp' }));

/** A host without the labels that lead to the same pages, and the labels that were removed. */
export function plainHost(hostname: string): { readonly host: string; readonly gone: string[] } {
  const host = hostname.replace(/\.$/u, '');
  const gone = host === hostname ? [] : ['root-dot'];
  const domain = getDomain(host, { allowPrivateDomains: true });
  if (!domain) return { host, gone };
  const labels = host.slice(0, -domain.length).split('.').filter(Boolean);
  const kept = labels.filter((label) => {
    const reason = MOBILE.has(label) ? 'mobile' : NEEDLESS.get(label);
    if (reason) gone.push(reason);
    return !reason;
  });
  return { host: [...kept, domain].join('.'), gone };
}

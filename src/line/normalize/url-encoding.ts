/** Octets that mean the same encoded or not (RFC 3986, 2.3: unreserved). */
const UNRESERVED = /[A-Za-z0-9._~-]/u;

/** Percent-encoding in one form: upper-case digits, unreserved characters plain (RFC 3986, 6.2.2). */
export function plainEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/giu, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return UNRESERVED.test(character) ? character : octet.toUpperCase();
  });
}

/** A percent sign that was encoded once more, before an octet of a letter that is not ASCII. */
const TWICE = /(?:%25[89A-F][0-9A-F]){2,}/giu;

/** Takes back a second encoding where what comes out is text in UTF-8. */
export function withoutSecondEncoding(path: string): string {
  return path.replace(TWICE, (octets) => {
    const once = octets.replace(/%25/gu, '%');
    return isUtf8(once) ? once.toUpperCase() : octets;
  });
}

function isUtf8(octets: string): boolean {
  try {
    decodeURIComponent(octets);
    return true;
  } catch {
    return false;
  }
}

/** What stands in the place of a secret. */
export const MASK = '[redacted]';

/** The login in a URL: `//user:password@` (RFC 3986, 3.2.1); the segment ends at the first slash. */
const URL_LOGIN = /\/\/[^\s/?#"'<>]{1,400}@/gu;

/**
 * Values in a query, a header or an assignment whose name says that they are secret. A name may
 * carry a prefix (`x-api-key`), so only its end is looked at.
 */
const NAMED_VALUE =
  /(token|secret|password|passwd|pwd|api[-_]?key|access[-_]?key|signature|authorization|cookie)(["']?\s{0,3}[=:]\s{0,3}["']?)((?:bearer|basic)\s{1,3})?[^\s&;,"'}]{1,400}/giu;

/** `Authorization` schemes that stand alone (RFC 6750, RFC 7617). */
const SCHEME_VALUE = /\b(bearer|basic)\s{1,3}[\w.~+/-]{8,2000}={0,2}/giu;

/** Names of fields whose whole value is secret. */
const SECRET_FIELD =
  /(?:token|secret|password|passwd|authorization|cookie|api_?key|access_?key|proxy)$/iu;

/** A shorter secret would mask ordinary words. */
const SECRET_LEAST = 6;

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** True where the field's name says that its value must not be shown. */
export function isSecretField(name: string): boolean {
  return SECRET_FIELD.test(name);
}

/**
 * Makes the redactor of an installation. `secrets` are values that must never show, wherever they
 * stand (the Redis password, a webhook's key): they are masked as they are and percent-encoded.
 */
export function redactor(secrets: readonly string[] = []): Redact {
  const known = secrets
    .filter((secret) => secret.length >= SECRET_LEAST)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, MASK);
    return clean
      .replace(URL_LOGIN, `//${MASK}@`)
      .replace(NAMED_VALUE, `$1$2${MASK}`)
      .replace(SCHEME_VALUE, `$1 ${MASK}`);
  };
}

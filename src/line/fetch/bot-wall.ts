import type { Answer } from './client.ts';

/** A challenge page by a header field that only it carries. */
const FIELDS: readonly [string, RegExp, string][] = [
  // developers.cloudflare.com/cloudflare-challenges: "Detect a challenge page response".
  ['cf-mitigated', /challenge/u, 'Cloudflare'],
  // docs.aws.amazon.com/waf: CAPTCHA and Challenge actions.
  ['x-amzn-waf-action', /captcha|challenge/u, 'AWS WAF'],
  ['x-datadome', /protected/u, 'DataDome'],
];

/** A challenge page by what it loads; each is a path or script of the protection itself. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\/cdn-cgi\/challenge-platform\/|window\._cf_chl_opt/u, 'Cloudflare'],
  [/_Incapsula_Resource\?/u, 'Imperva'],
  [/captcha-delivery\.com\//u, 'DataDome'],
  [/\/(?:_sec\/cp_challenge|akam-sw)/u, 'Akamai'],
  [/check\.ddos-guard\.net|\/\.well-known\/ddos-guard\//u, 'DDoS-Guard'],
  [/sucuri_cloudproxy_js/u, 'Sucuri'],
  [/px-captcha|window\._pxAppId/u, 'PerimeterX'],
];

/** Challenge pages are small; articles that load such a script beside their text are not. */
const CHALLENGE_BYTES = 30_000;

/** The name of the protection whose challenge came in place of the content, if one did. */
export function findBotWall(answer: Answer): string | undefined {
  const field = FIELDS.find(([name, value]) => value.test(answer.headers[name] ?? ''));
  if (field) return field[2];
  // With status 200 a site may load the script of its protection on each of its pages.
  const isRefusal = answer.status === 403 || answer.status === 429 || answer.status === 503;
  if (answer.body.length > CHALLENGE_BYTES && !isRefusal) return undefined;
  const text = answer.body.subarray(0, CHALLENGE_BYTES).toString('latin1');
  const script = SCRIPTS.find(([pattern]) => pattern.test(text));
  return isRefusal || /<title>[^<]{0,80}(?:moment|checking|attention|robot)/iu.test(text)
    ? script?.[1]
    : undefined;
}

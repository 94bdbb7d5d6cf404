import { Parser } from 'htmlparser2';

/**
 * The text of HTML on one line, without tags, scripts and styles, its references decoded. A text without
 * markup comes back as it was.
 */
export function plainText(html: string): string {
  if (!/[<&]/u.test(html)) return html.replace(/\s+/gu, ' ').trim();
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'script' || name === 'style') hidden += 1;
      if (name === 'br' || name === 'p') text += ' ';
    },
    ontext: (piece) => {
      if (hidden === 0) text += piece;
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') hidden -= 1;
    },
  });
  parser.end(html);
  return text.replace(/\s+/gu, ' ').trim();
}

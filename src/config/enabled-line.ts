import { isDeepStrictEqual } from 'node:util';
import { isScalar, type Document as YamlDocument } from 'yaml';
import { type ConfigText, parseMap, parseYaml } from './parse-yaml.ts';

/**
 * The text of a source's file with `enabled` set: only that value is replaced, or its line added at
 * the end, so that comments, order and style stay as the operator wrote them.
 * @throws ConfigError where the text is no map of YAML
 */
export function setEnabled({ file, text }: ConfigText, enabled: boolean): string {
  const document = parseMap({ file, text });
  const edited = spliced(document, text, enabled);
  document.set('enabled', enabled);
  // What stands in an unusual place, as in a map in braces, is written anew by the library.
  return isSame({ file, text: edited }, document) ? edited : String(document);
}

function spliced(document: YamlDocument, text: string, enabled: boolean): string {
  const value = document.get('enabled', true);
  if (isScalar(value) && value.range) {
    const [start, end] = value.range;
    const before = text.slice(0, start);
    // Nothing stood behind the colon.
    const blank = before.endsWith(':') ? ' ' : '';
    return `${before}${blank}${enabled}${text.slice(end)}`;
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.endsWith('\n') ? '' : newline;
  return `${text}${end}enabled: ${enabled}${newline}`;
}

function isSame(edited: ConfigText, wanted: YamlDocument): boolean {
  const read = parseYaml(edited);
  const [one, other] = [read, wanted].map((document) => document.toJS({ maxAliasCount: 0 }));
  return read.errors.length === 0 && isDeepStrictEqual(one, other);
}

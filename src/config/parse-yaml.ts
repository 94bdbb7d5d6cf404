import { basename } from 'node:path';
import type { DocumentOptions, SchemaOptions } from 'yaml';
import { CST, type Document, isMap, Lexer, type ParseOptions, parseDocument } from 'yaml';
import { ConfigError } from '../errors.ts';

/** A file as text and its name as the operator knows it. */
export interface ConfigText {
  readonly file: string;
  readonly text: string;
}

/**
 * The largest settings or source file that is read, in UTF-16 units; real ones have some 2,000. One
 * of keys alone (15,000 of them) takes a second at that size.
 */
const LONGEST_FILE = 100_000;

/** The deepest nesting that is taken: settings and source files nest five deep. */
const DEEPEST = 64;

/**
 * Parses the YAML of a settings or source file; its faults are in the document.
 * @throws ConfigError where the file is too long or nested too deeply: the parser calls itself for
 *   what is nested, and thousands of brackets end the process where its stack has no room for them
 */
export function parseYaml(
  { file, text }: ConfigText,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed {
  if (text.length > LONGEST_FILE) {
    throw new ConfigError(`${file}: at most ${LONGEST_FILE} characters, found ${text.length}`, {
      hint: 'Settings and source files have some lines; move this one away.',
      context: { file },
    });
  }
  if (isTooDeep(text)) {
    throw new ConfigError(`${file}: nested too deeply, at most ${DEEPEST} levels are taken`, {
      hint: mendHint(file),
      context: { file },
    });
  }
  return parseDocument(text, options);
}

/**
 * Parses the YAML of a source file that is to be edited.
 * @throws ConfigError where the text is no map of YAML
 */
export function parseMap({ file, text }: ConfigText): Document.Parsed {
  const document = parseYaml({ file, text });
  const fault = document.errors[0]?.message;
  if (fault === undefined && isMap(document.contents)) return document;
  throw new ConfigError(`${file}: ${fault ?? 'expected keys and values, found none'}`, {
    hint: 'marsad sources check names the line.',
    context: { file },
  });
}

/** What to do about a fault of a file: a source is read again at once, settings hold from the start on. */
export function mendHint(file: string): string {
  const isSettings = basename(file) === 'marsad.yaml';
  return `Mend ${file}; it ${isSettings ? 'holds from the next start on' : 'is read again when it is saved'}.`;
}

/** By its tokens, which are read without nesting: brackets that are open, and items within items. */
function isTooDeep(text: string): boolean {
  let open = 0;
  let column = 0;
  const columns: number[] = [];
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'flow-seq-start' || type === 'flow-map-start') open += 1;
    if (type === 'flow-seq-end' || type === 'flow-map-end') open -= 1;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') {
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
    }
    if (open + columns.length > DEEPEST) return true;
    column = token.includes('\n')
      ? token.length - token.lastIndexOf('\n') - 1
      : column + token.length;
  }
  return false;
}

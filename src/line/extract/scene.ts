import { matchKey } from '../../arabic/key.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';

/** Words from which a block is running text. */
const RUNNING_WORDS = 12;

/** Beside the site's name, what the text itself speaks of is where it happened: `الجريدة - وادي زيز`. */
export function isScene(name: string, field: string, { document, siteNames }: PageFacts): boolean {
  const sites = siteKeys(siteNames);
  const parts = field.split(/\s[-–—]\s/).map((part) => ` ${matchKey(part)} `);
  if (parts.length < 2) return false;
  if (!parts.some((part) => [...sites].some((site) => ` ${site} `.includes(part)))) return false;
  return document.blocks.some(({ words, text }) => words >= RUNNING_WORDS && text.includes(name));
}

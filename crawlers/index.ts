import type { Crawler } from '../src/crawler.ts';
import { blogger } from './blogger.ts';
import { drupal } from './drupal.ts';
import { jannah } from './jannah.ts';
import { joomla } from './joomla.ts';
import { newspaper } from './newspaper.ts';
import { wordpress } from './wordpress.ts';

/** All crawlers, the more special first: with `crawler: auto` the first that matches a page reads it. */
export const crawlers: readonly Crawler[] = [jannah, newspaper, blogger, drupal, joomla, wordpress];

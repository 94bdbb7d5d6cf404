/** Hosts of the sites: so many that no worker waits for another's pause. */
export const HOSTS = 32;

/** Path of each site's feed. */
export const FEED = '/feed.xml';

/** The host that has a page. */
export const hostAt = (number: number): string => `127.0.2.${1 + (number % HOSTS)}`;

/** Path of a page on its host. */
export const pagePath = (number: number): string => `/news/${number}`;

/** Name of the source of a host. */
export const sourceAt = (number: number): string => `s${number % HOSTS}`;

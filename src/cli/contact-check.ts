import { contactFault } from '../config/contact.ts';
import type { Settings } from '../config/settings.ts';
import type { Installation } from './installation.ts';

/**
 * Real sites are asked only under a name that can be reached.
 * @throws ConfigError where a source is not loopback and no contact is set
 */
export function checkContact({ catalogue }: Installation): void {
  for (const source of catalogue.sources().values()) checkContactFor(source, catalogue.settings);
}

/** The same for one source. @throws ConfigError */
export function checkContactFor(
  source: { id: string; homepage: string },
  settings: Settings,
): void {
  const fault = contactFault(source, settings);
  if (fault) throw fault;
}

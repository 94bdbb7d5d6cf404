import type { Settings } from '../../config/settings.ts';
import { ConfigError } from '../../errors.ts';
import type { AccessOptions } from '../../operate/access/access.ts';
import { durationMs } from '../../record/source-rules.ts';

/** Addresses that only this machine reaches. */
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/u;

/**
 * Who may enter a console that listens on `host`, by the settings: where only this machine reaches
 * it and no user is named, anybody may read; else nobody who has not logged in.
 * @throws ConfigError where two users have one name
 */
export function accessOf({ console: given }: Settings, host: string): AccessOptions {
  const { users, proxy, session } = given;
  const names = users.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new ConfigError(`console.users: the name ${twice} stands twice`, {
      hint: 'Give each user a name of their own in marsad.yaml.',
    });
  }
  const isOpen = LOOPBACK.test(host) && users.length === 0 && proxy === undefined;
  return {
    users,
    proxy,
    anonymous:
      anonymousOf(process.env.MARSAD_CONSOLE_ANONYMOUS) ??
      given.anonymous ??
      (isOpen ? 'viewer' : 'none'),
    sessionMs: durationMs(session),
    metricsToken: process.env.MARSAD_METRICS_TOKEN || undefined,
  };
}

/** @throws ConfigError for an unknown value */
function anonymousOf(value: string | undefined): AccessOptions['anonymous'] | undefined {
  if (value === undefined || value === '') return undefined;
  const found = (['none', 'viewer', 'operator'] as const).find((one) => one === value);
  if (found) return found;
  throw new ConfigError(`MARSAD_CONSOLE_ANONYMOUS: none, viewer or operator, found ${value}`, {
    hint: 'Set the variable to one of these, or unset it.',
  });
}

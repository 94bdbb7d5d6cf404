import { Option } from 'commander';
import { UsageError } from '../errors.ts';

/** `--config DIR`: the folder of configuration, `config` here unless MARSAD_CONFIG names another. */
export function configOption(): Option {
  return new Option('--config <dir>', 'folder of marsad.yaml and sources/')
    .env('MARSAD_CONFIG')
    .default('config');
}

/** `--json`: data as JSON Lines instead of text for people. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON Lines');
}

/** `--zone Z`: the time zone of dates that state none; UTC is assumed where it is not given. */
export function zoneOption(): Option {
  return new Option(
    '--zone <zone>',
    'IANA zone of times that state none (default: UTC, told as assumed)',
  ).argParser(zoneOf);
}

function zoneOf(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && zone;
  } catch {
    throw new UsageError(`--zone is an IANA time zone such as Africa/Cairo, found ${zone}`);
  }
}

import { Command } from 'commander';
import { alertRow } from '../operate/status.ts';
import type { AlertView } from '../record/alert.ts';
import { alerts as alertsOf } from '../state/alerts.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly past?: boolean;
}

const list = new Command('list')
  .description(
    'Lists the alerts that hold now, the latest first, each with since when; docs/runbook.md says ' +
      'what to do about each. A service must run, for its processes look every 20 s.',
  )
  .addOption(configOption())
  .option('--past', 'those that are over, of 30 days and at most 500')
  .addOption(jsonOption())
  .action(async ({ config, json, past }: Options) => {
    const installation = await openInstallation(config);
    try {
      const book = alertsOf(installation.redis, installation.keys);
      const found = await (past ? book.past() : book.open());
      for (const one of found) await (json ? printJson(one) : print(`${lineOf(one)}\n`));
    } finally {
      await installation.close();
    }
  });

function lineOf(alert: AlertView): string {
  return alertRow(alert, new Date()).join('  ');
}

/** `marsad alerts`: what needs an operator. */
export const alertsCommand = new Command('alerts')
  .description('Shows what needs an operator, and what did.')
  .addCommand(list);

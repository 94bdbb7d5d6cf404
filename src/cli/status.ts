import { Command } from 'commander';
import { statusText } from '../operate/status.ts';
import { consoleData } from './console-data.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

/** `marsad status`: everything on one screen. */
export const status = new Command('status')
  .description('Shows sources, queues, lag and the last error of each, on one screen.')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
    const installation = await openInstallation(config);
    const data = consoleData(installation);
    try {
      const [sources, queues, health] = await Promise.all([
        data.sources(),
        data.queues(),
        data.health(),
      ]);
      if (json) await printJson({ sources, queues, health });
      else await print(await statusText(data, { secrets: installation.secrets }));
    } finally {
      await data.close();
      await installation.close();
    }
  });

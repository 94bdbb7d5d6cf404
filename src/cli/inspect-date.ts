import { Command, Option } from 'commander';
import { parseDate } from '../arabic/date.ts';
import { UsageError } from '../errors.ts';
import { standardInputLines } from './inputs.ts';
import { jsonOption, zoneOption } from './options.ts';
import { printJson } from './print.ts';

interface Options {
  readonly zone?: string;
  readonly now?: string;
}

/** `marsad inspect date`: what a date as printed means, and by which rule. */
export const inspectDate = new Command('date')
  .description(
    'Reads dates as Arabic sites print them: one JSON line {text, date, precision, calendar, rule} a text. ' +
      '`date` is the wall clock as written, ISO without offset, or null where nothing certain is said.',
  )
  .argument('[text...]', 'texts; without any, the lines of standard input')
  .addOption(zoneOption())
  .addOption(new Option('--now <iso>', 'the moment that "two hours ago" counts from; default now'))
  .addOption(jsonOption())
  .action(async (texts: string[], { zone, now }: Options) => {
    const moment = now === undefined ? new Date() : new Date(now);
    if (Number.isNaN(moment.getTime())) throw new UsageError(`--now is an ISO date, found ${now}`);
    for (const text of texts.length > 0 ? texts : await standardInputLines()) {
      const parsed = parseDate(text, { now: moment, ...(zone ? { zone } : {}) });
      await printJson({
        text,
        date: parsed?.date ?? null,
        precision: parsed?.precision ?? null,
        calendar: parsed?.calendar ?? null,
        rule: parsed?.rule ?? null,
        ...(parsed?.zone ? { zone: parsed.zone } : {}),
      });
    }
  });

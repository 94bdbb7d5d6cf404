import type { CommandLoader } from './loading.ts';

/** Every command by its name: one more is one file and one line here. */
export const commands: Readonly<Record<string, CommandLoader>> = {
  demo: async () => (await import('./demo.ts')).demo,
  run: async () => (await import('./run.ts')).run,
  visit: async () => (await import('./visit.ts')).visitCommand,
  crawl: async () => (await import('./crawl.ts')).crawl,
  sources: async (words) => (await import('./sources.ts')).sources(words),
  inspect: async (words) => (await import('./inspect.ts')).inspect(words),
  records: async () => (await import('./records.ts')).records,
  replay: async () => (await import('./replay.ts')).replayCommand,
  held: async () => (await import('./held.ts')).heldCommand,
  failures: async () => (await import('./failures.ts')).failures,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  alerts: async () => (await import('./alerts.ts')).alertsCommand,
  console: async () => (await import('./console-password.ts')).consoleCommand,
  sinks: async () => (await import('./sinks.ts')).sinks,
  trace: async () => (await import('./trace.ts')).trace,
  health: async () => (await import('./health.ts')).health,
  doctor: async () => (await import('./doctor.ts')).doctor,
  api: async () => (await import('./api-command.ts')).api,
  status: async () => (await import('./status.ts')).status,
};

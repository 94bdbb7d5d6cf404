/**
 * Processor time of this process so far, in ms. Bounds on the cost of an input are held against it
 * and not against the clock, which also counts what other processes do on a busy machine.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What is learnt of a source's clock: by how many minutes its labelled instants are off. */
export interface ClockProfile {
  /** Minutes to add to an instant as labelled. */
  readonly correctionMinutes: number;
  /** Observations behind it. */
  readonly seen: number;
}

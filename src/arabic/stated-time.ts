/** A time of day as a text states it. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** The zone that the text states beside it: an offset or an IANA name. */
  readonly zone?: string;
  /** True where a zone is named that is not known. */
  readonly isZoneUnknown?: true;
  /** Tokens that it stands in: from, and behind the last. */
  readonly from: number;
  readonly to: number;
}

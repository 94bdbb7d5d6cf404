/** A record of a WARC file (ISO 28500:2017, 4). */
export interface WarcRecord {
  readonly file: string;
  /** Where it begins; of a gzip file, where its member begins. */
  readonly offset: number;
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Undefined where it is not wanted or larger than was allowed. */
  readonly block: Buffer | undefined;
  /** Bytes of the block. */
  readonly length: number;
}

/** Which blocks are kept in memory. */
export interface RecordChoice {
  readonly isWanted: (fields: ReadonlyMap<string, string>) => boolean;
  /** Bytes of a block; a longer one is read over. */
  readonly mostBytes: number;
}

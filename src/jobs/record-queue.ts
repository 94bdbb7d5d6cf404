import { Job, type JobJson, type JobProgress, Queue } from 'bullmq';

/** The data of a job whose JSON is known already, in UTF-8. */
export class KnownJson {
  readonly json: Buffer;

  constructor(json: Buffer) {
    this.json = json;
  }

  /** The library makes JSON of all data first, which is not used. */
  toJSON(): null {
    return null;
  }
}

/**
 * A job of a record, whose data is the JSON that other sinks send too. The library hands it on to
 * the client of Redis, which takes bytes as well as text.
 */
class RecordJob<Data, Result, Name extends string, Progress extends JobProgress> extends Job<
  Data,
  Result,
  Name,
  Progress
> {
  override asJSON(): JobJson {
    const own = super.asJSON();
    if (!(this.data instanceof KnownJson)) return own;
    const data: unknown = this.data.json;
    return { ...own, data: data as string };
  }
}

/** A queue whose jobs may be given as the JSON of their data. */
export class RecordQueue extends Queue {
  protected override get Job(): typeof Job {
    return RecordJob;
  }
}

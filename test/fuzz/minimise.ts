/**
 * A smaller input of the same fault, by delta debugging (Zeller and Hildebrandt, 2002): halves,
 * then ever smaller parts are left out for as long as the fault stays.
 * @param isFault whether a candidate shows the fault
 * @param deadlineMs of Date.now(), after which the best so far is given
 */
export async function minimise(
  input: Buffer,
  isFault: (candidate: Buffer) => Promise<boolean>,
  deadlineMs: number,
): Promise<Buffer> {
  let best = input;
  for (let size = Math.ceil(best.length / 2); size >= 1; ) {
    let isSmaller = false;
    for (let at = 0; at < best.length && Date.now() < deadlineMs; ) {
      const candidate = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      if (await isFault(candidate)) {
        best = candidate;
        isSmaller = true;
      } else at += size;
    }
    if (Date.now() >= deadlineMs) break;
    // Single bytes once more after one went; larger parts only as long as they are parts.
    if (size > 1) size = Math.min(Math.ceil(size / 2), best.length);
    else if (!isSmaller) break;
  }
  return best;
}

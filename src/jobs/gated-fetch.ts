import { StateError } from '../errors.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';
import type { WriteGate } from '../state/write-gate.ts';

/** A fetch that asks no site for what could not be kept. @throws StateError while Redis takes no writes */
export function gatedFetch(fetch: PoliteFetch, gate: WriteGate): PoliteFetch {
  return async (request, source) => {
    const { state, reason } = gate.now();
    if (state === 'good') return fetch(request, source);
    throw new StateError(`Redis takes no writes (${state}): ${reason ?? ''}`, {
      hint: 'Give Redis room, or mend what it says; work goes on by itself.',
    });
  };
}

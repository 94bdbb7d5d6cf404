import { sinkLease } from '../../../../src/state/sink-lease.ts';
import type { Place, ScriptCases } from './script-case.ts';

/** A lease runs out 15 seconds after its last sign. */
const LIFE = 15;

const leaseOf = (owner: string, { redis, keys }: Place) =>
  sinkLease(redis, keys, { sink: 's', owner });

/** One owner at a time, until it lets go or its time runs out. */
export const lease: ScriptCases = {
  'takes a lease that is free': () => ({
    call: (place) => leaseOf('a', place).hold(),
    gives: 'taken',
    after: { 'sink-lease:s': { string: 'a', life: LIFE } },
  }),
  'renews the lease of its owner': () => ({
    given: { 'sink-lease:s': { string: 'a', life: 1000 } },
    call: (place) => leaseOf('a', place).hold(),
    gives: 'held',
    after: { 'sink-lease:s': { string: 'a', life: LIFE } },
  }),
  'leaves the lease of another, and its time': () => ({
    given: { 'sink-lease:s': { string: 'a', life: 1000 } },
    call: (place) => leaseOf('b', place).hold(),
    gives: 'elsewhere',
    after: { 'sink-lease:s': { string: 'a', life: 1000 } },
  }),
  'leaves the leases of other sinks': () => ({
    given: { 'sink-lease:t': { string: 'b', life: 1000 } },
    call: (place) => leaseOf('a', place).hold(),
    gives: 'taken',
    after: {
      'sink-lease:s': { string: 'a', life: LIFE },
      'sink-lease:t': { string: 'b', life: 1000 },
    },
  }),
};

/** Lets go of a lease, where the owner still has it. */
export const leaseRelease: ScriptCases = {
  'lets go': () => ({
    given: { 'sink-lease:s': { string: 'a', life: LIFE } },
    call: (place) => leaseOf('a', place).release(),
    after: {},
  }),
  'leaves what another has taken since': () => ({
    given: { 'sink-lease:s': { string: 'b', life: 1000 } },
    call: (place) => leaseOf('a', place).release(),
    after: { 'sink-lease:s': { string: 'b', life: 1000 } },
  }),
  'does nothing where the lease has run out': () => ({
    call: (place) => leaseOf('a', place).release(),
    after: {},
  }),
};

#!/usr/bin/env node
import { call, FAULT } from './call.ts';
import { keepHeapSmall } from './heap.ts';

/** A reader that closes the pipe (`| head`) has what it wants. */
process.stdout.on('error', (error) => {
  process.exit('code' in error && error.code === 'EPIPE' ? 0 : FAULT);
});

keepHeapSmall();
// All is closed and written by now; what Crawlee still times would hold the process for seconds.
process.exit(await call(process.argv.slice(2)));

// Loaded before the program (`node --import`) where a soak measures it: collects and tells what is
// left when its parent asks. Needs --expose-gc; keeps no process alive.
process.on('message', () => {
  // Twice: the first collection frees what finalisers and weak references still hold.
  globalThis.gc();
  globalThis.gc();
  process.send(process.memoryUsage());
});
process.channel?.unref();

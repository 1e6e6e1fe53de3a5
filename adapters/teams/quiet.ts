/** Keeps the SDK from printing each refused token with a stack: whoever forges requests must not fill the disk. */
import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let isMuted = false;

/** What `work` writes to `console.error` is dropped; what anything else writes is not. */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  mute();
  return quiet.run(true, work);
}

function mute(): void {
  if (isMuted) return;
  isMuted = true;
  // The SDK knows no other way to be quiet. Nothing is written here: what is let through is somebody else's.
  const { error: print } = console;
  Object.assign(console, {
    error(...words: unknown[]) {
      if (!quiet.getStore()) print.apply(console, words);
    },
  });
}

/** What a leaver reads, in French. */
import type { ExitCopy } from './copy-exit.ts';

export const frenchExit: ExitCopy = {};

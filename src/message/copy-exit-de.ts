/** What a leaver reads, in German. */
import type { ExitCopy } from './copy-exit.ts';

export const germanExit: ExitCopy = {};

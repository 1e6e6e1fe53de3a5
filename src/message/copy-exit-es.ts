/** What a leaver reads, in Spanish. */
import type { ExitCopy } from './copy-exit.ts';

export const spanishExit: ExitCopy = {};

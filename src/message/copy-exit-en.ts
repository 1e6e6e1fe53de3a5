/** What a leaver reads, in English. */
import type { ExitCopy } from './copy-exit.ts';

export const englishExit: ExitCopy = {};

/** What released exits say, in Spanish. */
import type { ReleaseCopy } from './copy-release.ts';

export const spanishRelease: ReleaseCopy = {};

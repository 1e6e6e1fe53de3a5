/** What released exits say, in English. */
import type { ReleaseCopy } from './copy-release.ts';

export const englishRelease: ReleaseCopy = {};

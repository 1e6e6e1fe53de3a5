/** What released exits say, in French. */
import type { ReleaseCopy } from './copy-release.ts';

export const frenchRelease: ReleaseCopy = {};

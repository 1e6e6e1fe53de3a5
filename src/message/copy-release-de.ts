/** What released exits say, in German. */
import type { ReleaseCopy } from './copy-release.ts';

export const germanRelease: ReleaseCopy = {};

/** What HR reads of leavers, in German. */
import type { LeaversCopy } from './copy-leavers.ts';

export const germanLeavers: LeaversCopy = {};

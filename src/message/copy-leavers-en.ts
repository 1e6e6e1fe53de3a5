/** What HR reads of leavers, in English. */
import type { LeaversCopy } from './copy-leavers.ts';

export const englishLeavers: LeaversCopy = {};

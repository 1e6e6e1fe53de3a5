/** What HR reads of leavers, in Spanish. */
import type { LeaversCopy } from './copy-leavers.ts';

export const spanishLeavers: LeaversCopy = {};

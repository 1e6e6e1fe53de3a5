/** What HR reads of leavers, in French. */
import type { LeaversCopy } from './copy-leavers.ts';

export const frenchLeavers: LeaversCopy = {};

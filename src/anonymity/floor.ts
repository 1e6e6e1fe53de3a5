/** k: the fewest answers that are ever counted together. */

/** Where nothing else is said, and the least that may be configured: smaller groups can't be kept anonymous. */
export const FLOOR = { usual: 5, least: 3 } as const;

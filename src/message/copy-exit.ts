/** What there are words for in an exit interview: for the leaver, in chat and on the page of the second wave. */

export type ExitCopy = Readonly<Record<never, never>>;

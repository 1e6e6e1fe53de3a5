/** What there are words for in what released exits say, the mirror, and what drives people here. */

export type ReleaseCopy = Readonly<Record<never, never>>;

/** What there are words for where HR announces leavers and reads what they gave to HR. */

export type LeaversCopy = Readonly<Record<never, never>>;

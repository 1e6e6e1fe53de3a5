/** The record of what people with a role did: a part of the store. */

/** What somebody with a role did, as it is recorded: never what anybody answered. */
export interface AuditEntry {
  readonly at: Date;
  /** A person id, or `operator`, or the name of a file or door. */
  readonly who: string;
  /** An action or a command's name, such as `leaver-read`. */
  readonly did: string;
  /** What it was done to: an id; empty where nothing needs naming. */
  readonly to: string;
}

/** Append-only; each entry carries the hash of all before it (see `org/audit-chain.ts`). */
export interface AuditStore {
  /** Durable when it resolves. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<AuditEntry[]>;
  /** Reads it all: intact, or the position (from 0) of the first entry that was changed, added or removed. */
  verify(): Promise<{ readonly entries: number } | { readonly brokenAt: number }>;
}

/** The chain of the audit log: each entry's hash covers it and all before it, so that no entry changes unseen. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../ports/audit.ts';

/** Hex SHA-256; `before` is the hash of the entry before, empty for the first. */
export function chained(before: string, { at, who, did, to }: AuditEntry): string {
  const line = JSON.stringify([before, at.toISOString(), who, did, to]);
  return createHash('sha256').update(line).digest('hex');
}

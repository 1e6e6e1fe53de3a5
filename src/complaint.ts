/** Why a round could not be counted, in words for the operator. Nothing was counted, nothing destroyed. */
import type { Complaint } from './soundings.ts';

/** `keys` is where the private keys should be. */
export function inWords(complaint: Complaint, keys: string): string {
  const { round, ballots } = complaint;
  const kept = `Its ${ballots} ballots are kept, sealed; nothing was counted.`;
  switch (complaint.refused) {
    case 'key-missing':
      return `Round ${round} can't be counted: its private key is not in ${keys}. ${kept} Put the key file back.`;
    case 'wrong-key':
      return `Round ${round} can't be counted: the key in ${keys} is not the one it was opened with. ${kept} Put the right key file back.`;
    case 'unreadable': {
      const each = [...complaint.unreadable].map(([question, n]) => `${n} of question ${question}`);
      return `Round ${round} can't be counted: some ballots can't be opened (${each.join(', ')}). ${kept} Restore the database from a backup.`;
    }
  }
}

/** What an error says. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

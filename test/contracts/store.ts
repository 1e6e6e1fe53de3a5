/** The contract of ports/store.ts: every driver keeps it. */
import { describe } from 'vitest';
import { accountsContract } from './store-accounts.ts';
import { auditContract } from './store-audit.ts';
import { boxContract } from './store-box.ts';
import { campaignsContract } from './store-campaigns.ts';
import { decisionsContract, installationsContract } from './store-decisions.ts';
import type { Capabilities, Open } from './store-fixtures.ts';
import { interviewsContract } from './store-interviews.ts';
import { leaversContract } from './store-leavers.ts';
import { messagesContract } from './store-messages.ts';
import { notesContract } from './store-notes.ts';
import { orgContract } from './store-org.ts';
import { releasesContract } from './store-releases.ts';
import { resultsContract } from './store-results.ts';
import { roundsContract } from './store-rounds.ts';
import { signInContract } from './store-sign-in.ts';

const CONTRACTS = {
  org: orgContract,
  rounds: roundsContract,
  box: boxContract,
  results: resultsContract,
  messages: messagesContract,
  accounts: accountsContract,
  campaigns: campaignsContract,
  decisions: decisionsContract,
  notes: notesContract,
  installations: installationsContract,
  leavers: leaversContract,
  interviews: interviewsContract,
  releases: releasesContract,
  audit: auditContract,
  signIn: signInContract,
} as const;

/** `open` gives each test a store of its own, empty. */
export function storeContract(name: string, open: Open, capabilities: Capabilities): void {
  describe(`the ${name} store`, () => {
    // Each by itself: what one prepares before its tests is not prepared before those of another.
    for (const [part, contract] of Object.entries(CONTRACTS)) {
      describe(part, () => contract(open, capabilities));
    }
  });
}

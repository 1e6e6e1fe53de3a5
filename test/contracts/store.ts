/** The contract of ports/store.ts: every driver keeps it. */
import { describe } from 'vitest';
import { boxContract } from './store-box.ts';
import type { Capabilities, Open } from './store-fixtures.ts';
import { messagesContract } from './store-messages.ts';
import { orgContract } from './store-org.ts';
import { resultsContract } from './store-results.ts';
import { roundsContract } from './store-rounds.ts';

/** `open` gives each test a store of its own, empty. */
export function storeContract(name: string, open: Open, capabilities: Capabilities): void {
  describe(`the ${name} store`, () => {
    orgContract(open);
    roundsContract(open);
    boxContract(open, capabilities);
    resultsContract(open, capabilities);
    messagesContract(open);
  });
}

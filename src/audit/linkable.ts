/** What somebody with the database, the logs and the clock could link to people now, in plain words. */
import { isRelease } from '../exit/leaver.ts';
import type { RoundFacts, StorageFacts, StoreFacts } from '../ports/inspection.ts';
import { many } from './finding.ts';
import { needsKey } from './keys.ts';
import { isBurned } from './rows.ts';

/** One sentence each; nothing that is not there is mentioned, but for what an open round would show. */
export function linkable(facts: StoreFacts, storage: StorageFacts): string[] {
  return [...ofRounds(facts.rounds), ...ofLeavers(facts), ...ofRows(facts.sizes), beneath(storage)];
}

function ofRounds(rounds: readonly RoundFacts[]): string[] {
  const taking = rounds.filter(needsKey);
  const pulses = taking.filter((round) => !isRelease(round)).length;
  const releases = taking.length - pulses;
  const burned = rounds.filter(isBurned).length;
  const says: string[] = [];
  if (pulses > 0) {
    says.push(
      `${many(pulses, 'round is', 'rounds are')} open: the box says who has answered which question so far, not what.`,
    );
  } else says.push('No round is open: nothing says who has answered.');
  if (releases > 0) {
    says.push(
      `${many(releases, 'release')} of leavers ${releases === 1 ? 'is' : 'are'} open: the box says whose exit interview is sealed in it, not what they said.`,
    );
  }
  if (taking.length > 0) {
    says.push(
      'With the key folder as well, and its secret if one is set, everything sealed in what is open could be read, by name.',
    );
  }
  if (burned > 0) {
    says.push(
      `${many(burned, 'round is', 'rounds are')} counted and burned, or cancelled: who answered is gone; what is left is of whole pools.`,
    );
  }
  return says;
}

function ofLeavers({ leavers, sizes }: StoreFacts): string[] {
  const marked = (mark: string) =>
    leavers.filter(({ door, later }) => door === mark || later === mark).length;
  const [named, open, carried] = [marked('named'), marked('open'), sizes.get('carried') ?? 0];
  const says: string[] = [];
  if (leavers.length > 0) {
    says.push(`${many(leavers.length, 'leaver')}: who leaves, when, and what HR said of it.`);
  }
  if (open > 0) {
    says.push(
      `${many(open, 'interview is', 'interviews are')} under way: that they are, and with the key folder what was answered so far.`,
    );
  }
  if (named > 0) {
    says.push(
      `Named interviews: ${named}. HR reads them by name, as was chosen; with the key folder so could a thief.`,
    );
  }
  if (carried > 0) {
    says.push(
      `${many(carried, 'carried envelope')}: what no pool of leavers could take yet, without names; it opens with the key folder.`,
    );
  }
  return says;
}

/** Tables whose rows are about single people, and what they tell. */
const TOLD: readonly (readonly [table: string, says: (n: number) => string])[] = [
  [
    'contact',
    (n) =>
      `${many(n, 'contact row')}: who was written to about which campaign, and when; the same for whoever answered and whoever did not.`,
  ],
  [
    'message',
    (n) =>
      `${many(n, 'message row')} of the local chat: what each person was sent; question messages read alike once their round is burned.`,
  ],
  [
    'account',
    (n) =>
      `${many(n, 'chat account')}: whose Slack or Teams account is whose. An export of the chat shows who answered at all, never what.`,
  ],
  ['membership', (n) => `${many(n, 'membership row')}: who was in which unit, and when.`],
  ['preference', (n) => `${many(n, 'row')} of settings: who has paused, stopped, or set an hour.`],
  ['decision', (n) => `${many(n, 'decision')}: what readers of digests said they would do.`],
  [
    'note',
    (n) => `${many(n, 'note')}: what readers of digests told their teams, under their names.`,
  ],
  ['session', (n) => `${many(n, 'session')}: who is signed in to the page.`],
  [
    'installation',
    (n) => `${many(n, 'installation')}: tokens of chat apps, encrypted with the key secret.`,
  ],
];

function ofRows(sizes: StoreFacts['sizes']): string[] {
  return TOLD.flatMap(([table, says]) => {
    const n = sizes.get(table) ?? 0;
    return n > 0 ? [says(n)] : [];
  });
}

function beneath(storage: StorageFacts): string {
  return storage.kind === 'sqlite'
    ? 'The logs name no person. A copy or backup of the file made during a round keeps who took part until it expires, sealed envelopes with it.'
    : "The logs name no person. The server's write-ahead log, replicas and backups keep sealed envelopes, who took part, and roughly in which order, until they expire.";
}

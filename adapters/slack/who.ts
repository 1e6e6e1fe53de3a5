/** Who clicked or typed: the account of a Slack user, and whose it is. */
import type { Account } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';

/** How long an account is remembered, in milliseconds; clicks come in bursts. */
const REMEMBERED = 5000;
const MANY = 10_000;

export interface Who {
  of(team: string, user: string): Promise<Account | undefined>;
  /** Something has changed. */
  forget(): void;
}

export function who(accounts: AccountStore, now: () => number = () => performance.now()): Who {
  const known = new Map<string, { readonly account: Account; readonly at: number }>();
  return {
    async of(team, user) {
      const key = `${team}/${user}`;
      const found = known.get(key);
      if (found && now() - found.at < REMEMBERED) return found.account;
      const account = await accounts.get({ platform: 'slack', team, user });
      if (known.size >= MANY) known.clear();
      if (account) known.set(key, { account, at: now() });
      // Whoever clicks can be written to (again).
      if (account && !account.reachable) await accounts.mark(account, { reachable: true });
      return account;
    },
    forget: () => known.clear(),
  };
}

/** The person of an account; undefined for guests, strangers, and people that are in no people file. */
export function personOf(account: Account | undefined): string | undefined {
  return account?.active ? account.person : undefined;
}

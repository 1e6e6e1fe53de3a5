/** Has Teams say who somebody is whom we know by an id only: without their e-mail nobody could say which person they are. */
import type { Account } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import type { Connector } from './connector.ts';
import { listedOf } from './directory.ts';
import { inShort } from './errors.ts';
import type { Incoming } from './incoming.ts';

export interface IntroduceParts {
  readonly accounts: AccountStore;
  readonly connector: Connector;
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  readonly peopleChanged: () => void;
  readonly tell: (line: string) => void;
}

const MANY = 10_000;

/** Once for each account while we run; nobody waits for it. */
export function introducer(parts: IntroduceParts): (incoming: Incoming, account: Account) => void {
  const asked = new Set<string>();
  return (incoming, account) => {
    const key = `${account.team}/${account.user}`;
    if (account.person !== undefined || account.email !== undefined || asked.has(key)) return;
    if (asked.size >= MANY) asked.clear();
    asked.add(key);
    void parts.hold(introduce(parts, incoming, account)).catch((error: unknown) => {
      asked.delete(key);
      parts.tell(
        `Teams did not say who somebody is (${inShort(error)}). They are asked for again.`,
      );
    });
  };
}

async function introduce(
  { accounts, connector, peopleChanged }: IntroduceParts,
  { place }: Incoming,
  { team, user, timezone, locale }: Account,
): Promise<void> {
  const said = listedOf(await connector.member(place, place.user), team);
  if (!said) return;
  const kept = { ...(timezone && { timezone }), ...(locale && { locale }) };
  await accounts.put([{ ...said, ...kept, user }]);
  peopleChanged();
}

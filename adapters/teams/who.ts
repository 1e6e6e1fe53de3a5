/** Whom an activity is from: their account, with what the client has just said of them and where they are written to. */
import type { Account, AccountKey, Listed } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import type { Incoming } from './incoming.ts';
import { readPlace, writePlace } from './place.ts';

/** How long an account is remembered, in milliseconds; clicks come in bursts. */
const REMEMBERED = 5000;
const MANY = 10_000;

export interface Who {
  /** The account, made or brought up to date. Whoever writes to us alone can be written to (again). */
  of(incoming: Incoming): Promise<Account>;
  /** Something has changed. */
  forget(): void;
}

export function who(accounts: AccountStore, now: () => number = () => performance.now()): Who {
  const known = new Map<string, { readonly account: Account; readonly at: number }>();
  return {
    async of(incoming) {
      const key = keyOf(incoming);
      const name = `${key.team}/${key.user}`;
      const found = known.get(name);
      const isFresh = found !== undefined && now() - found.at < REMEMBERED;
      const before = isFresh ? found.account : await accounts.get(key);
      const account = await brought(accounts, incoming, key, before);
      if (known.size >= MANY) known.clear();
      // Strangers are looked up each time: they may have been recognised meanwhile.
      if (account.person !== undefined && !isFresh) known.set(name, { account, at: now() });
      if (isFresh && account !== before) known.set(name, { account, at: found.at });
      return account;
    },
    forget: () => known.clear(),
  };
}

export function keyOf({ tenant, user }: Pick<Incoming, 'tenant' | 'user'>): AccountKey {
  return { platform: 'teams', team: tenant, user };
}

/** The person of an account; undefined for guests, strangers, and people that are in no people file. */
export function personOf(account: Account): string | undefined {
  return account.active ? account.person : undefined;
}

/** What an activity does not say stays as it was. */
async function brought(
  accounts: AccountStore,
  incoming: Incoming,
  key: AccountKey,
  before: Account | undefined,
): Promise<Account> {
  const said = listedFrom(incoming, key, before);
  if (!before || before.locale !== said.locale || before.timezone !== said.timezone) {
    await accounts.put([said]);
  }
  const place = placeFrom(incoming, before);
  const isReachable = incoming.isPersonal || (before?.reachable ?? true);
  const isAsBefore = before?.place === place && before.reachable === isReachable;
  if (!isAsBefore) await accounts.mark(key, { place, reachable: isReachable });
  const isSame = before && isAsBefore;
  if (isSame && before.locale === said.locale && before.timezone === said.timezone) return before;
  return { ...before, ...said, place, reachable: isReachable };
}

function listedFrom(incoming: Incoming, key: AccountKey, before: Account | undefined): Listed {
  const email = before?.email;
  const timezone = incoming.timezone ?? before?.timezone;
  const locale = incoming.locale ?? before?.locale;
  return {
    ...key,
    name: before?.name ?? incoming.userName ?? incoming.user,
    ...(email !== undefined && { email }),
    ...(timezone !== undefined && { timezone }),
    ...(locale !== undefined && { locale }),
    active: before?.active ?? true,
  };
}

/** A channel or group is nowhere to write to one person, but it tells by which service and id they can be reached. */
function placeFrom({ place, isPersonal }: Incoming, before: Account | undefined): string {
  if (isPersonal) return writePlace(place);
  return writePlace({ ...place, conversation: readPlace(before?.place)?.conversation });
}

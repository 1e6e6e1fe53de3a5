/** Whose account each is: a person's by e-mail, or by the id that they were imported under. */
import type { Account, AccountKey } from './account.ts';
import type { Person } from './person.ts';

export interface Link {
  readonly key: AccountKey;
  readonly person: string | null;
}

/** What has to change. An e-mail that two people share links neither. */
export function linksOf(accounts: readonly Account[], people: readonly Person[]): Link[] {
  const ids = new Set(people.map(({ id }) => id));
  const byEmail = new Map<string, string | undefined>();
  for (const { id, email } of people) {
    const key = email?.toLowerCase();
    if (key) byEmail.set(key, byEmail.has(key) ? undefined : id);
  }
  return accounts.flatMap((account) => {
    const { platform, team, user, email, active } = account;
    const listed = (email && byEmail.get(email)) ?? (ids.has(user) ? user : undefined);
    const person = active ? (listed ?? null) : null;
    if (person === (account.person ?? null)) return [];
    return [{ key: { platform, team, user }, person }];
  });
}

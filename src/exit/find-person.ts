/** Whom HR means: a mention of a chat platform, an id or e-mail of the people file, or a full name. */
import type { Account } from '../org/account.ts';
import type { Store } from '../ports/store.ts';

/** A person's id; undefined where it is nobody's or more than one's. */
export async function findPerson(
  { org, accounts, leavers }: Pick<Store, 'org' | 'accounts' | 'leavers'>,
  typed: string,
): Promise<string | undefined> {
  const user = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1];
  if (user !== undefined) {
    return onlyOne((await accounts.list('slack')).filter((each) => each.user === user));
  }
  const words = bare(typed);
  if (words === '') return undefined;
  const { people } = await org.load();
  const gone = await leavers.list({ states: ['announced'] });
  const byId = people.find(({ id }) => id === words)?.id;
  const ofLeaver = gone.find(({ person }) => person === words)?.person;
  if (byId ?? ofLeaver) return byId ?? ofLeaver;
  const isSame = (text: string | undefined) => text?.toLowerCase() === words.toLowerCase();
  const byMail = people.filter(({ email }) => isSame(email));
  if (byMail.length > 0) return byMail.length === 1 ? byMail[0]?.id : undefined;
  const named = [
    ...people.filter(({ name }) => isSame(name)).map(({ id }) => id),
    ...gone.filter(({ name }) => isSame(name)).map(({ person }) => person),
  ];
  if (named.length > 0) return new Set(named).size === 1 ? named[0] : undefined;
  const known = [...(await accounts.list('slack')), ...(await accounts.list('teams'))];
  return onlyOne(known.filter((each) => isSame(each.name) || isSame(each.email)));
}

function onlyOne(accounts: readonly Account[]): string | undefined {
  const people = new Set(accounts.flatMap(({ person }) => person ?? []));
  return people.size === 1 ? [...people][0] : undefined;
}

/** Without what clients put around it: `<at>Ada</at>`, `<mailto:a@b.c|a@b.c>`, an `@`, quotes. */
function bare(typed: string): string {
  const inner =
    /^<at>(.*)<\/at>$/s.exec(typed)?.[1] ?? /^<mailto:([^|>]*)/.exec(typed)?.[1] ?? typed;
  return inner.replace(/^[@"“„«]+|["“”»]+$/gu, '').trim();
}

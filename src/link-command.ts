/** `soundings link`: a personal link to the page for whoever no chat can give one to; the operator hands it on. */
import { basename } from 'node:path';
import { openStore } from '../adapters/store/open-store.ts';
import type { Config } from './config.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';
import { isPlatform, type Platform } from './org/account.ts';
import type { Person } from './org/person.ts';
import { CARRIED_DAYS, carriedLink } from './org/sign-in.ts';
import type { Fault } from './ports/directory.ts';
import type { Store } from './ports/store.ts';

/** One person, by id or e-mail; or everybody who has no account on a chat platform. */
export type Whom = { readonly person: string } | { readonly withoutChat: true };

/** What was asked for. Throws {@link FaultsFound} unless it is one of the two. */
export function whom(person: string | undefined, withoutChat: boolean): Whom {
  if (person !== undefined && !withoutChat) return { person };
  if (person === undefined && withoutChat) return { withoutChat };
  const says = 'Name one person, or write --without-chat for everybody who has no chat account.';
  throw new FaultsFound([{ where: 'soundings link', says }]);
}

/** Prints the links, and tells beside them how long they work. Throws {@link FaultsFound}, and no link is made. */
export async function linkCommand(
  config: Config,
  asked: Whom,
  print: (line: string) => void,
  tell: Tell,
): Promise<void> {
  const now = config.now ?? new Date();
  const store = await openStore(config.database, { tell });
  try {
    const found = await find(store, config, asked);
    const faults = [...signInFaults(config), ...('faults' in found ? found.faults : [])];
    if (config.signInAt === undefined || 'faults' in found || faults.length > 0)
      throw new FaultsFound(faults);
    if ('withoutChat' in asked) print('person,name,link');
    for (const { id, name } of found.people) {
      const url = await carriedLink(store, config.signInAt, id, now);
      print('withoutChat' in asked ? [id, name, url].map(cell).join(',') : url);
    }
    tell(inWords(found.people, asked));
  } finally {
    await store.close();
  }
}

function inWords(people: readonly Person[], asked: Whom): string {
  const works = `works once, for ${CARRIED_DAYS} days from now`;
  const [first] = people;
  if (!first) return 'Everybody has a chat account: type “web” to Soundings there for a link.';
  if ('withoutChat' in asked) return `${people.length} links. Each ${works}, for its person alone.`;
  return `It signs in ${first.name} (${first.id}), and ${works}. Hand it to nobody else.`;
}

/** What keeps people from signing in at all. */
function signInFaults({ signInAt, site, chats }: Config): Fault[] {
  if (signInAt !== undefined) return [];
  const faults: Fault[] = [];
  const because = 'so nobody signs in to the page (docs/operations.md), and a link leads nowhere.';
  if (site === undefined)
    faults.push({ where: 'SOUNDINGS_URL', says: `It is not set, ${because}` });
  if (chats.teams?.anonymous && !chats.slack) {
    const says = `With it nobody proves who they are, ${because}`;
    faults.push({ where: 'SOUNDINGS_TEAMS_ANONYMOUS', says });
  } else if (!chats.slack && !chats.teams) {
    const says = `Neither Slack nor Teams is configured, ${because}`;
    faults.push({ where: 'SLACK_BOT_TOKEN or MicrosoftAppId', says });
  }
  return faults;
}

type Found = { readonly people: readonly Person[] } | { readonly faults: readonly Fault[] };

/** Among the people as the program read them last: nobody else could sign in. */
async function find({ org, accounts }: Store, config: Config, asked: Whom): Promise<Found> {
  const { people } = await org.load();
  const where = listOf(config);
  if (people.length === 0) {
    const says = 'Nobody was read from it into this database yet. Start Soundings first.';
    return { faults: [{ where, says }] };
  }
  return 'person' in asked
    ? findOne(people, asked.person, where)
    : findWithoutChat(people, accounts, config);
}

function listOf({ organisation }: Config): string {
  if (!organisation) return 'The demonstration';
  const { peopleFile } = organisation;
  return isPlatform(peopleFile) ? `The users of ${peopleFile}` : basename(peopleFile);
}

function findOne(people: readonly Person[], asked: string, where: string): Found {
  const mail = asked.toLowerCase();
  const byId = people.filter(({ id }) => id === asked);
  const found =
    byId.length > 0 ? byId : people.filter((each) => each.email?.toLowerCase() === mail);
  if (found.length === 1) return { people: found };
  const says =
    found.length === 0
      ? `Nobody in it, as it was read last, has the id or e-mail "${asked}".`
      : `Several people have the e-mail "${asked}": name one by id (${found.map(({ id }) => id).join(', ')}).`;
  return { faults: [{ where, says }] };
}

async function findWithoutChat(
  people: readonly Person[],
  accounts: Store['accounts'],
  { chats }: Config,
): Promise<Found> {
  const faults: Fault[] = [];
  const inChat = new Set<string | undefined>();
  for (const platform of (['slack', 'teams'] as const).filter((name) => chats[name])) {
    const listed = await accounts.list(platform);
    if (listed.length === 0) faults.push(unread(platform));
    for (const { active, person } of listed) if (active) inChat.add(person);
  }
  return faults.length > 0 ? { faults } : { people: people.filter(({ id }) => !inChat.has(id)) };
}

/** Else everybody would seem to have no account. */
function unread(platform: Platform): Fault {
  const says =
    'No account was read there yet, so who has none is not known. Start Soundings first.';
  return { where: platform, says };
}

/** RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

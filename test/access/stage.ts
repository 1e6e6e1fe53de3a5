/** A town in mid-November: digests read, rounds open, two who leave; and everything in its database as one text. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Reply, Response } from '../../src/message/reply.ts';
import type { Role } from '../../src/org/roles.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import { announceLeaver, BETTER_OFFER, interview } from '../support/leave.ts';
import { type Town, town } from '../support/town.ts';
import { ids, PULSE, week } from '../support/town-people.ts';

export interface Who {
  readonly person: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly leads?: string;
  /** Units whose digest they do not read. */
  readonly units: readonly string[];
}

/** One person of each kind, none of whom leaves or works in the lab. */
export const PEOPLE: readonly Who[] = [
  {
    person: 'north-1',
    role: 'employee',
    roles: ['employee'],
    units: ['firm', 'sales', 'north', 'south', 'lab'],
  },
  {
    person: 'nina',
    role: 'manager',
    roles: ['employee', 'manager'],
    leads: 'north',
    units: ['firm', 'sales', 'south', 'lab'],
  },
  {
    person: 'hana',
    role: 'hr',
    roles: ['employee', 'hr'],
    units: ['sales', 'north', 'south', 'lab'],
  },
];

export const SITE = 'https://soundings.example';
/** Said by others than {@link PEOPLE}, where these may not read it. */
export const SECRET = 'The canary sings in the laboratory.';

export interface Stage {
  readonly town: Town;
  /** Ids: the open round that everybody is asked in, one that was published, an open one of the lab, the leavers' release. */
  readonly open: string;
  readonly past: string;
  readonly labs: string;
  readonly release: string;
  /** Leavers: whose interview HR may read, and whose nobody may. */
  readonly named: string;
  readonly pooled: string;
  /** Where what people send ends; what was heard there, and answered. */
  readonly inbox: Inbox;
  readonly heard: { readonly reply: Reply; readonly response: Response }[];
  /** Everything but the record of what HR did. */
  state(): string;
}

export async function stage(): Promise<Stage> {
  const labs = { ...PULSE, id: 'labs', name: 'Laboratory', audience: ['lab'] };
  const firm = await town({
    now: new Date('2026-10-05T08:00:00Z'),
    programme: { campaigns: [PULSE, labs] },
    wrap: (ports) => ({ ...ports, signInAt: SITE }),
  });
  await announceLeaver(firm, 'lab-1', '2026-11-30');
  await announceLeaver(firm, 'lab-2', '2026-11-30');
  await answered(firm);
  await interview(firm, 'lab-1', 'named', BETTER_OFFER);
  await interview(firm, 'lab-2', 'pooled', {
    ...BETTER_OFFER,
    'offer-promised': SECRET,
    'exit-offer-promised': SECRET,
  });
  const { leavers, rounds } = firm.ports.store;
  const idOf = async (person: string) => (await leavers.of(person))?.id ?? '';
  const idOfOpen = async (campaign: string) => {
    const [round] = await rounds.list({ campaign, states: ['open'], limit: 1 });
    if (!round) throw new Error(`No round of ${campaign} is open.`);
    return round.id;
  };
  const heard: Stage['heard'] = [];
  const receive = async (reply: Reply) => {
    const response = await firm.reply(reply);
    heard.push({ reply, response });
    return response;
  };
  return {
    town: firm,
    open: await idOfOpen('pulse'),
    past: week(1).round,
    labs: await idOfOpen('labs'),
    release: await idOfOpen('exit'),
    named: await idOf('lab-1'),
    pooled: await idOf('lab-2'),
    inbox: { receive },
    heard,
    state: () => stateOf(join(firm.folder, 'database', 'town.db')),
  };
}

/** Two weeks, of which the second was answered by many; then the third is open. */
async function answered(firm: Town): Promise<void> {
  await firm.jump(week(0).tuesday);
  await firm.jump(week(0).after);
  await firm.jump(week(1).tuesday);
  for (const person of [...ids('north', 1, 8), ...ids('south', 1, 4), ...ids('lab', 3, 12)]) {
    const words = person.startsWith('lab') ? `${SECRET} ${person}` : 'All is well.';
    const fields = {
      team: ['4'],
      growth: ['2'],
      pay: ['3'],
      words: [words],
      'words:reader': ['team'],
    };
    await firm.reply({ kind: 'submit', form: 'answers', person, about: week(1).round, fields });
  }
  await firm.jump(week(1).closes);
  await firm.jump(week(1).after);
  await firm.jump(week(2).tuesday);
}

/** Not who looks: what HR reads is on record, and so is that they did. */
const RECORD = ['audit', 'audit_end'];

function stateOf(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare(`select name from sqlite_master where type = 'table' order by name`)
      .pluck()
      .all() as string[];
    return tables
      .filter((name) => !RECORD.includes(name))
      .map((name) => `${name} ${JSON.stringify(db.prepare(`select * from "${name}"`).all())}`)
      .join('\n');
  } finally {
    db.close();
  }
}

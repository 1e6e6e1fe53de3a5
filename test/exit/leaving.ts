/** Somebody who leaves, with the real store, keys and releases around them: what tests of their side start with. */
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { scrubber } from '../../src/anonymity/scrub.ts';
import { contextTag, createKeys, keysOf, opener } from '../../src/ballot/envelope.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import type { Leaver } from '../../src/exit/leaver.ts';
import { MONTHS_LATER } from '../../src/exit/steps.ts';
import { submitScreen, takeLeave } from '../../src/exit/take-leave.ts';
import { copyFor } from '../../src/message/languages.ts';
import type { Fields, Response } from '../../src/message/reply.ts';
import { namesKnown } from '../../src/org/names.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { only } from '../../src/reach.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import type { Answer } from '../../src/survey/answer.ts';
import type { Question } from '../../src/survey/question.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingChat } from '../support/recording-chat.ts';
import { roundOf } from '../support/round.ts';
import { PROGRAMME, TOWN } from '../support/town-people.ts';

/** What the leaver of these tests says of the offer, in words. */
export const WORDS = 'They promised me a canary';
/** Somebody who leaves for a better offer and answers nearly everything. */
export const ANSWERS = {
  'exit-kind': ['resigned'],
  'exit-reason': ['pay'],
  'exit-further': ['growth', 'workload'],
  'exit-thought': ['half-year'],
  'exit-trigger': ['refused'],
  'exit-stay': ['pay'],
  'exit-offer': ['employer'],
  'exit-offer-employer': ['competitor'],
  'exit-offer-promised': [WORDS],
  'exit-offer-pay': ['better'],
  'exit-offer-growth': ['worse'],
  'exit-offer-most': ['pay'],
  'exit-offer-band': ['to-20'],
  'exit-return': ['2'],
  'exit-recommend': ['7'],
  'exit-change': ['Fewer canaries'],
};

const PERSON = 'north-1';
export const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const DOOR = 'exit-2026-q4';
export const LATER = 'exit-later-2027-q2';
/** Two weeks before the last day, 18 December 2026. */
const ASKED = new Date('2026-12-04T10:00:00Z');
/** Four months after it. */
export const MONTHS_AFTER = new Date('2027-04-20T10:00:00Z');

export interface Leaving {
  readonly ports: Ports;
  readonly programme: Programme;
  readonly folder: string;
  now: Date;
  desk(): Desk;
  press(action: Parameters<typeof takeLeave>[1], about?: string): Promise<Response>;
  submit(screen: string, fields?: Fields): Promise<Response>;
  /** Answers the screens that come, with what is given by question id, until no form comes. */
  walk(first: Response, fields: Fields): Promise<Response>;
  leaver(): Promise<Leaver>;
  hasKey(): Promise<boolean>;
  /** What the release holds of them, by question. */
  ballots(round?: string): Promise<ReadonlyMap<string, Answer | undefined>>;
  /** A new process on the same files. */
  restart(): Promise<void>;
}

interface Options {
  readonly leaver?: Partial<Leaver>;
  readonly programme?: Partial<Programme>;
  readonly site?: string;
  readonly language?: string;
}

const open: Ports[] = [];
afterEach(async () => {
  for (const { store } of open.splice(0)) await store.close();
});

export async function leaving(options: Options = {}): Promise<Leaving> {
  const folder = temporaryFolder();
  const programme: Programme = { ...PROGRAMME, ...options.programme };
  const start = async (): Promise<Ports> => {
    const ports: Ports = {
      store: await sqlite(join(folder, 'town.db')),
      keys: keyFolder(join(folder, 'keys')),
      leaverKeys: keyFolder(join(folder, 'keys', 'leavers')),
      chats: only(recordingChat()),
      ...(options.site !== undefined && { site: options.site }),
    };
    open.push(ports);
    return ports;
  };
  let ports = await start();
  await prepare(ports, options);
  const desk = (): Desk => ({
    ports,
    programme,
    person: PERSON,
    copy: copyFor(options.language ?? 'en'),
    now: self.now,
    round: (id) => ports.store.rounds.get(id),
    scrub: async () => scrubber(await namesKnown(ports.store)),
    enqueue: async () => {},
  });
  const self: Leaving = {
    get ports() {
      return ports;
    },
    programme,
    folder,
    now: ASKED,
    desk,
    press: (action, about = '') => takeLeave(desk(), action, about),
    submit: (screen, fields = {}) => submitScreen(desk(), screen, fields),
    async walk(first, fields) {
      let response = first;
      for (let screens = 0; response.form && screens < 20; screens++) {
        const names = response.form.fields.map(({ name }) => name);
        const given = Object.entries(fields).filter(([name]) => names.includes(name));
        response = await self.submit(response.form.about, Object.fromEntries(given));
      }
      return response;
    },
    async leaver() {
      const leaver = await ports.store.leavers.get(ID);
      if (!leaver) throw new Error('The leaver is gone.');
      return leaver;
    },
    hasKey: async () => (await ports.leaverKeys.read(ID)) !== undefined,
    ballots: (round = DOOR) => ballotsIn(ports, round),
    async restart() {
      open.splice(open.indexOf(ports), 1);
      await ports.store.close();
      ports = await start();
    },
  };
  return self;
}

async function prepare({ store, keys }: Ports, { leaver }: Options): Promise<void> {
  await store.org.replace(TOWN, new Date('2026-11-02T08:00:00Z'));
  const later = MONTHS_LATER.filter(({ safety }) => !safety).flatMap(({ items }) =>
    items.map(({ question }) => question),
  );
  const releases: [string, string, string, readonly Question[]][] = [
    [DOOR, 'exit', '2027-01-31T08:00:00Z', EXIT_QUESTIONS],
    [LATER, 'exit-later', '2027-08-30T08:00:00Z', later],
  ];
  for (const [id, campaign, closesAt, questions] of releases) {
    const secret = createKeys().secretKey;
    const { publicKey } = keysOf(await keys.keep(id, secret));
    await store.rounds.open(
      roundOf({
        id,
        campaign,
        questions,
        publicKey,
        opensAt: new Date('2026-11-20T08:00:00Z'),
        closesAt: new Date(closesAt),
        units: TOWN.units.map((unit) => ({ ...unit, invited: 0 })),
      }),
      [],
    );
  }
  await store.leavers.add({
    id: ID,
    person: PERSON,
    name: 'Ada North',
    unit: 'north',
    announcedAt: new Date('2026-11-23T09:00:00Z'),
    lastDay: '2026-12-18',
    state: 'announced',
    ...leaver,
  });
  const planned = { person: PERSON, unit: 'north', kind: 'question' } as const;
  await store.leavers.plan(ID, { round: DOOR, laterRound: LATER }, [
    { ...planned, id: 'delivery-door', round: DOOR, sendAt: new Date('2026-12-04T09:00:00Z') },
    { ...planned, id: 'delivery-later', round: LATER },
  ]);
  await store.deliveries.mark('delivery-door', 'sent', { sent: { address: 'at-1' } });
}

async function ballotsIn({ store, keys }: Ports, id: string) {
  const round = await store.rounds.get(id);
  const secret = await keys.read(id);
  if (!round || !secret) throw new Error(`No release ${id}.`);
  const opens = opener(keysOf(secret));
  const found = new Map<string, Answer | undefined>();
  for await (const batch of store.box.ballots(id)) {
    for (const { question, envelope } of batch) {
      found.set(question, opens(envelope, contextTag(id, question)));
    }
  }
  return found;
}

/** Everything that is on a screen, as one text. */
export function shown(response: Response): string {
  return JSON.stringify(response);
}

export function textOf(response: Response): string {
  return (response.say ?? response.page ?? response.replace)?.summary ?? '';
}

/** Exit interviews in Teams over HTTP: of all that is sent on the way, nothing says what somebody answered. */
import { afterEach, expect, test } from 'vitest';
import { limits } from '../../adapters/teams/limits.ts';
import { AT_THE_DOOR } from '../../src/exit/steps.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { activity } from '../support/teams/activities.ts';
import { chatOf, type TeamsClient, teamsClient } from '../support/teams/client.ts';
import { type FakeConnector, fakeConnector } from '../support/teams/connector.ts';
import { PLAYGROUND_TENANT } from '../support/teams/playground-process.ts';
import { type TeamsOffice, teamsOffice } from '../support/teams/teams-office.ts';
import { sent, TENANT } from '../support/teams/tenant.ts';

const NOVEMBER = new Date('2026-11-02T08:00:00Z');
const ASKED = new Date('2026-11-18T12:00:00Z');
/** Unlike any other bytes. */
const CANARY = /canary/;
/** Two who go to a better offer, and agree in nothing else. */
const ONE = {
  'exit-kind': 'resigned',
  'exit-reason': 'pay',
  'exit-further': 'growth,culture',
  'exit-thought': 'half-year',
  'exit-trigger': 'approached',
  'exit-stay': 'pay',
  'exit-offer': 'employer',
  'exit-offer-employer': 'competitor',
  'exit-offer-name': 'canary-name-Kx4',
  'exit-offer-promised': 'canary-promise-Vb8',
  'exit-offer-pay': 'better',
  'exit-offer-most': 'pay',
  'exit-offer-band': 'over-30',
  'exit-return': '1',
  'exit-recommend': '0',
  'exit-change': 'canary-change-Qm2',
  'exit-look-into': 'no',
};
const OTHER = {
  ...ONE,
  'exit-kind': 'agreed',
  'exit-further': 'growth,health',
  'exit-thought': 'longer',
  'exit-trigger': 'conflict',
  'exit-stay': 'nothing',
  'exit-offer-employer': 'public',
  'exit-offer-name': 'canary-name-Zz9',
  'exit-offer-promised': 'canary-promise-Yy7',
  'exit-offer-pay': 'worse',
  'exit-offer-most': 'culture',
  'exit-offer-band': 'less',
  'exit-return': '5',
  'exit-recommend': '10',
  'exit-change': 'canary-change-Xx1',
};
type Answers = Readonly<Record<string, string>>;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Scene {
  readonly office: TeamsOffice;
  readonly connector: FakeConnector;
  of(person: string): TeamsClient;
  /** The card as it is after the tap. */
  tap(person: string, title: string, card?: unknown, fields?: Answers): Promise<unknown>;
}

async function scene(people: readonly string[], locale = 'en'): Promise<Scene> {
  const office = await teamsOffice(NOVEMBER, { campaigns: [], locale });
  const connector = await fakeConnector();
  ends.push(connector.close, office.close);
  const post = (what: object) => {
    const body = JSON.stringify({ serviceUrl: connector.url, ...what });
    return sent(office.endpoint, body.replaceAll(TENANT, PLAYGROUND_TENANT), {});
  };
  const of = (person: string) => teamsClient(person, connector, post);
  for (const person of people) {
    const conversation = { id: chatOf(person), conversationType: 'personal', tenantId: TENANT };
    const who = { id: `29:${person}`, aadObjectId: person, email: `${person}@acme.test` };
    connector.roster(conversation.id, [{ ...who, userRole: 'user' }]);
    await post(activity(person, { type: 'installationUpdate', action: 'add', conversation }));
    const { accounts } = office.house.ports.store;
    await expect.poll(async () => (await accounts.of(person)).length, { timeout: 10_000 }).toBe(1);
  }
  return {
    office,
    connector,
    of,
    async tap(person, title, card, fields = {}) {
      const { id = '', summary = '', card: newest } = of(person).messages().at(-1) ?? {};
      const answer = await of(person).tap(title, fields, { id, summary, card: card ?? newest });
      return answer.value;
    },
  };
}

/** Those who leave are asked. */
async function leaving({ office }: Scene, people: readonly string[]): Promise<void> {
  const { house } = office;
  for (const person of people) {
    const text = `leaver ${person} 2026-11-30`;
    await house.inbox.receive({ kind: 'command', person: 'hana', text });
  }
  await house.catchUp();
  await office.at(ASKED);
}

/** `one:exit-kind` and the like. */
function inputsOf(card: unknown): string[] {
  return [...JSON.stringify(card).matchAll(/"id":"((?:one|several|text):[^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
}

/** From the choice to the overview: every card on the way. */
async function interview(
  { tap }: Scene,
  person: string,
  choice: string,
  answers: Answers,
  next = 'Next',
): Promise<unknown[]> {
  const cards: unknown[] = [await tap(person, choice)];
  while (inputsOf(cards.at(-1)).length > 0) {
    if (cards.length > AT_THE_DOOR.length + 1) throw new Error('The interview does not end.');
    const fields = inputsOf(cards.at(-1)).flatMap((id): [string, string][] => {
      const value = answers[id.slice(id.indexOf(':') + 1)];
      return value === undefined ? [] : [[id, value]];
    });
    cards.push(await tap(person, next, cards.at(-1), Object.fromEntries(fields)));
  }
  return cards;
}

test('two who answer otherwise are shown the same cards, and none of their words is ever sent', async () => {
  const teams = await scene(['ada', 'bo']);
  await leaving(teams, ['ada', 'bo']);
  const one = await interview(teams, 'ada', 'Pooled', ONE);
  const other = await interview(teams, 'bo', 'Pooled', OTHER);
  expect(one).toHaveLength(AT_THE_DOOR.length + 1);
  one.push(await teams.tap('ada', 'Seal and finish', one.at(-1)));
  other.push(await teams.tap('bo', 'Seal and finish', other.at(-1)));
  const same = (cards: unknown[], name: string) =>
    JSON.stringify(cards)
      .replaceAll(`Thank you, ${name}.`, 'Thank you.')
      .replaceAll(/later\/[\w-]+/g, 'later/');
  expect(same(other, 'Bo')).toBe(same(one, 'Ada'));
  expect(JSON.stringify(one)).not.toMatch(/"value":"[^"]*","(?:isRequired|maxLength)/);
  const { store } = teams.office.house.ports;
  for (const person of ['ada', 'bo']) {
    expect(await store.leavers.of(person)).toMatchObject({ door: 'pooled' });
  }
  const everything = JSON.stringify([one, other, teams.connector.calls, teams.office.log]);
  expect(everything).not.toMatch(CANARY);
  // One message each, as before: no thanks beside the thanks.
  for (const person of ['ada', 'bo']) expect(teams.of(person).messages()).toHaveLength(2);
});

test('what was named is sent twice: to its author who wants a copy, and to HR who reads it', async () => {
  const teams = await scene(['hana', 'ada', 'lea']);
  await leaving(teams, ['ada']);
  const cards = await interview(teams, 'ada', 'Named to HR', ONE);
  cards.push(await teams.tap('ada', 'Give it to HR and finish', cards.at(-1)));
  const before = JSON.stringify([cards, teams.connector.calls]);
  expect(before).not.toMatch(CANARY);
  const heard = (person: string) =>
    teams.connector.calls.filter(
      ({ path, body }) =>
        path.includes(encodeURIComponent(chatOf(person))) && CANARY.test(JSON.stringify(body)),
    );
  await teams.tap('ada', 'A copy of my answers', cards.at(-1));
  await expect.poll(() => heard('ada').length).toBe(1);
  await teams.of('hana').type('leavers');
  await expect.poll(() => teams.of('hana').messages().at(-1)?.summary).toBe('Who leaves');
  await teams.tap('hana', 'Read the interview');
  await expect.poll(() => heard('hana').length).toBe(1);
  // A lead who forges the button gets nothing.
  const { id = '' } = (await teams.office.house.ports.store.leavers.of('ada')) ?? {};
  const forged = await teams
    .of('lea')
    .send({ kind: 'action', action: 'leaver-read', about: id }, teams.of('lea').messages().at(-1));
  expect(JSON.stringify(forged)).not.toMatch(CANARY);
  expect(heard('lea')).toEqual([]);
  expect(teams.office.log.join()).not.toMatch(CANARY);
});

test('an interview that was ended in another card leaves no screen to send', async () => {
  const teams = await scene(['ada']);
  await leaving(teams, ['ada']);
  const ada = teams.of('ada');
  const [asked] = ada.messages().slice(-1);
  const first = await teams.tap('ada', 'Pooled');
  // The same screen three times: in the card that asked, and twice after a word.
  await ada.type('exit');
  await expect.poll(() => ada.messages().length).toBe(3);
  const second = ada.messages().at(-1);
  await ada.type('exit');
  await expect.poll(() => ada.messages().length).toBe(4);
  const third = ada.messages().at(-1);
  let card = third?.card;
  while (inputsOf(card).length > 0) {
    card = (await ada.tap('Next', {}, { id: third?.id ?? '', summary: '', card })).value;
  }
  await ada.tap('Seal and finish', {}, { id: third?.id ?? '', summary: '', card });
  // The card that asked is changed too; the other one when it is used.
  const now = (id: string | undefined) => ada.messages().find((each) => each.id === id);
  await expect.poll(() => now(asked?.id)?.summary).toContain('Thank you, Ada');
  const late = await ada.tap('Next', {}, second);
  expect(JSON.stringify(late.value)).toContain('You have finished this interview already.');
  expect(inputsOf(late.value)).toEqual([]);
  expect(inputsOf(first)).not.toEqual([]);
});

test.each(LANGUAGE_TAGS)(
  'every card of an interview is far within a message of Teams: %s',
  async (tag) => {
    const teams = await scene(['ada'], tag);
    await leaving(teams, ['ada']);
    const { exit } = copyFor(tag);
    const { ports } = teams.office.house;
    await ports.store.org.prefer('ada', { locale: tag });
    const cards = await interview(teams, 'ada', exit.pooled, ONE, exit.next);
    cards.push(await teams.tap('ada', exit.finishPooled, cards.at(-1)));
    const [asked] = teams.of('ada').messages().slice(-1);
    for (const card of [asked?.card, ...cards]) {
      expect(JSON.stringify(card).length).toBeLessThan(limits.card);
      expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(40_000);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    }
  },
);

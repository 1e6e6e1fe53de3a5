/** What becomes of a published release: who is told, who reads what, and what is asked of those who stay. */
import { expect, test } from 'vitest';
import type { Pool } from '../../src/ballot/pools.ts';
import { publishRelease } from '../../src/exit/publish-release.ts';
import type { ActionName } from '../../src/message/message.ts';
import { REASON } from '../../src/stock/exit-leaving.ts';
import { OFFER_GRID } from '../../src/stock/exit-offer.ts';
import { KEEPS } from '../../src/stock/stay.ts';
import type { Question } from '../../src/survey/question.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { ids, UNITS, week } from '../support/town-people.ts';
import { pool, release } from './released-pools.ts';

const [PAY_ROW, LEVEL_ROW] = OFFER_GRID;
if (!PAY_ROW || !LEVEL_ROW) throw new Error('no grid');

const IN_NORTH: readonly (readonly [Question, readonly Pool[]])[] = [
  [REASON, [pool(REASON, 'north', { pay: 4, growth: 2 })]],
  [PAY_ROW, [pool(PAY_ROW, 'north', { better: 5, same: 1 })]],
  [LEVEL_ROW, [pool(LEVEL_ROW, 'north', { same: 6 })]],
];

/** A release as it is after its count, published by the product. */
async function published(firm: Town, pools = IN_NORTH): Promise<string> {
  const { store } = firm.ports;
  const made = release('2026-11-01', pools);
  const units = UNITS.map((unit) => ({ ...unit, invited: 0 }));
  const { id } = made.round;
  await store.rounds.open({ ...made.round, units, state: 'open' }, []);
  await store.rounds.move(id, 'open', 'closing');
  await store.results.record(id, { ...made, ballots: 6, uncounted: 0 });
  await store.rounds.move(id, 'counted', 'burned');
  expect(await publishRelease(store, firm.programme, id, firm.now())).toBe(true);
  return id;
}

function press(firm: Town, person: string, action: ActionName, about = '') {
  return firm.reply({ kind: 'action', person, action, about });
}

test('HR and those who lead a part with a pool are told once, and what they may read is in the ledger', async () => {
  const firm = await town();
  const id = await published(firm);
  const { store } = firm.ports;
  expect(await publishRelease(store, firm.programme, id, firm.now())).toBe(false);
  const ledger = await store.results.ledger(id);
  expect(new Set(ledger.map(({ reader }) => reader))).toEqual(
    new Set(['hana', 'clara', 'sam', 'nina']),
  );
  const nina = ledger.filter(({ reader }) => reader === 'nina');
  expect(nina.map(({ unit, question, said }) => [unit, question, said])).toEqual([
    ['north', 'exit-reason', { shown: 'named', named: ['pay'] }],
    ['north', 'exit-offer-pay', { shown: 'named', named: ['better'] }],
    ['north', 'exit-offer-level', { shown: 'named', named: [] }],
  ]);
  expect(nina[0]?.pools).toEqual(['north']);

  await firm.at(new Date(firm.now().getTime() + 4 * 3_600_000));
  const told = firm.messagesOf('nina').filter(({ about }) => about.round === id);
  expect(told.length).toBe(1);
  expect(firm.messagesOf('lea').filter(({ about }) => about.round === id)).toEqual([]);
});

test('where nothing was released nobody is told', async () => {
  const firm = await town();
  const id = await published(firm, []);
  expect(await firm.ports.store.results.ledger(id)).toEqual([]);
  await firm.at(new Date(firm.now().getTime() + 4 * 3_600_000));
  expect(firm.messagesOf('hana').filter(({ about }) => about.round === id)).toEqual([]);
});

test('a manager reads of what they lead and of what is below it, and of nothing else', async () => {
  const firm = await town();
  expect(linesOf((await press(firm, 'nina', 'exit-report')).say).join()).toContain('No release');
  await published(firm);
  const nina = (await press(firm, 'nina', 'exit-report')).page;
  expect(linesOf(nina).join('\n')).toContain('Most often: Pay or benefits.');
  expect(linesOf(nina).join('\n')).toContain('Often better than here: Pay.');
  expect(buttonsOf(nina)).toEqual([]);
  expect((await press(firm, 'sam', 'exit-report', 'north')).page).toBeDefined();
  for (const unit of ['firm', 'sales', 'lab']) {
    expect((await press(firm, 'nina', 'exit-report', unit)).page).toBeUndefined();
  }
  expect(linesOf((await press(firm, 'lea', 'exit-report')).page).join()).toContain(
    'nothing to read',
  );
  expect((await press(firm, 'nina', 'value')).page).toBeUndefined();
  expect((await press(firm, 'north-1', 'exit-report')).page).toBeUndefined();
});

test('HR reads of any part, goes from one to the next, and to the page of all there is', async () => {
  const firm = await town();
  await published(firm);
  const root = (await press(firm, 'hana', 'exit-report')).page;
  expect(buttonsOf(root)).toEqual([
    'exit-report sales',
    'value firm',
    'mirror-ask firm',
    'stay-ask firm',
  ]);
  const value = (await press(firm, 'hana', 'value', 'sales')).page;
  expect(linesOf(value).join('\n')).toContain('Most often: Pay or benefits.');
  expect(buttonsOf(value)).toContain('value north');
});

test('whoever opens the report as HR is in the audit log; managers, who read their part, are not', async () => {
  const firm = await town();
  await published(firm);
  const { audit } = firm.ports.store;
  await press(firm, 'nina', 'exit-report');
  expect(await audit.list(10)).toEqual([]);
  await press(firm, 'hana', 'exit-report');
  await press(firm, 'hana', 'exit-report', 'sales');
  const entry = { at: firm.now(), who: 'hana', did: 'exit-report' };
  expect(await audit.list(10)).toEqual([
    { ...entry, to: 'sales' },
    { ...entry, to: '' },
  ]);
});

test('what HR reads on the page of all there is has its lines in the ledger, once', async () => {
  const firm = await town();
  const { store } = firm.ports;
  const { round, tuesday, after } = week(0);
  await firm.at(tuesday);
  for (const person of ids('lab', 1, 12)) await firm.tap(person, 4, 'team');
  await firm.at(after);
  const before = await store.results.ledger(round);
  const { page } = await press(firm, 'hana', 'value', 'lab');
  expect(page?.blocks.map(({ kind }) => kind)).toContain('chart');
  const ledger = await store.results.ledger(round);
  expect(ledger.slice(0, before.length)).toEqual(before);
  const told = { at: firm.now(), round, reader: 'hana', unit: 'lab', from: 'lab', page: 'value' };
  const said = { shown: 'band', band: '60 or more' };
  expect(ledger.slice(before.length)).toEqual([
    { ...told, question: 'team', pools: ['lab'], said },
  ]);
  await press(firm, 'hana', 'value', 'lab');
  // Her digest has told her that of the root.
  await press(firm, 'hana', 'value', 'firm');
  expect(await store.results.ledger(round)).toEqual(ledger);
  await press(firm, 'nina', 'value', 'lab');
  expect(await store.results.ledger(round)).toEqual(ledger);
});

test('whoever became HR after a release has lines of their own', async () => {
  const hr = ['hana'];
  const firm = await town({ programme: { hr } });
  const id = await published(firm);
  const { store } = firm.ports;
  const before = await store.results.ledger(id);
  await press(firm, 'hana', 'value', 'north');
  expect(await store.results.ledger(id)).toEqual(before);
  hr.push('lab-1');
  await press(firm, 'lab-1', 'value', 'north');
  const more = (await store.results.ledger(id)).slice(before.length);
  expect(more.map(({ reader, page, question }) => [reader, page, question])).toEqual([
    ['lab-1', 'value', 'exit-reason'],
    ['lab-1', 'value', 'exit-offer-pay'],
    ['lab-1', 'value', 'exit-offer-level'],
  ]);
});

test('the mirror asks those who stay there, once, and not again for ninety days', async () => {
  const firm = await town();
  await published(firm);
  const asked = (await press(firm, 'hana', 'mirror-ask', 'north')).say;
  expect(linesOf(asked).join()).toContain('Would you take such an offer? North');
  const again = (await press(firm, 'hana', 'mirror-ask', 'sales')).say;
  expect(linesOf(again).join()).toContain('in the last 90 days');

  const { store } = firm.ports;
  const [campaign] = await store.campaigns.list();
  expect(campaign).toMatchObject({ audience: ['north'], perRound: 1, once: true, floor: 5 });
  expect(campaign?.questions.map(({ id }) => id)).toEqual(['mirror-pay']);

  for (const next of [1, 2, 3]) await firm.at(new Date(week(next).opens.getTime() + 8 * 3_600_000));
  const rounds = await store.rounds.list({ campaign: campaign?.id ?? '' });
  expect(rounds.length).toBe(1);
  expect((await store.campaigns.list())[0]?.ended).toBe(true);
  const later = (await press(firm, 'hana', 'mirror-ask', 'north')).say;
  expect(linesOf(later).join()).toContain('in the last 90 days');
});

test('the mirror of a part whose leavers named nothing, or too few people, is not held up', async () => {
  const firm = await town();
  await published(firm);
  const lab = (await press(firm, 'hana', 'mirror-ask', 'lab')).say;
  expect(linesOf(lab).join()).toContain('names nothing yet');
  const south = (await press(firm, 'hana', 'stay-ask', 'south')).say;
  expect(linesOf(south).join()).toContain('could never be shown');
  expect(await firm.ports.store.campaigns.list()).toEqual([]);
});

test('those who stay are asked why, and HR reads it beside why others leave', async () => {
  const firm = await town();
  await press(firm, 'hana', 'stay-ask', 'lab');
  await firm.at(new Date(week(1).opens.getTime() + 8 * 3_600_000));
  const [campaign] = await firm.ports.store.campaigns.list();
  const [round] = await firm.ports.store.rounds.list({ campaign: campaign?.id ?? '' });
  expect(round?.questions.map(({ id }) => id)).toEqual([
    'stay-keeps',
    'stay-might-leave',
    'stay-why-us',
  ]);
  for (let i = 1; i <= 6; i++) {
    const fields = { [KEEPS.id]: ['team', 'flexibility'] };
    await firm.reply({
      kind: 'submit',
      person: `lab-${i}`,
      form: 'answers',
      about: round?.id ?? '',
      fields,
    });
  }
  await firm.at(new Date(week(1).closes.getTime() + 3_600_000));
  const page = (await press(firm, 'hana', 'value', 'lab')).page;
  expect(linesOf(page).join('\n')).toContain('What keeps you here');
  const ledger = await firm.ports.store.results.ledger(round?.id ?? '');
  expect(ledger).toContainEqual({
    ...{ at: firm.now(), round: round?.id, reader: 'hana', page: 'value' },
    ...{ unit: 'lab', from: 'lab', question: KEEPS.id, pools: ['lab'] },
    said: { shown: 'named', named: [] },
  });
});

test('who reads a report that nobody told them at its release is in the ledger then, once', async () => {
  const firm = await town();
  const id = await published(firm);
  const { store } = firm.ports;
  const told = await store.results.ledger(id);
  const entries = async (reader: string) =>
    (await store.results.ledger(id)).filter((each) => each.reader === reader);
  await press(firm, 'hana', 'exit-report');
  await press(firm, 'nina', 'exit-report');
  expect(await store.results.ledger(id)).toEqual(told);

  // Somebody else leads the part by now.
  const org = await store.org.load();
  const units = org.units.map((unit) => (unit.id === 'north' ? { ...unit, manager: 'lea' } : unit));
  await store.org.replace({ ...org, units }, firm.now());
  for (let times = 0; times < 2; times++) {
    expect((await press(firm, 'lea', 'exit-report')).page).toBeDefined();
  }
  const whatOf = ({ unit, question, said }: (typeof told)[number]) => [unit, question, said];
  const lea = await entries('lea');
  expect(lea.map(whatOf)).toEqual((await entries('nina')).map(whatOf));
  expect(new Set(lea.map(({ page }) => page))).toEqual(new Set(['report']));
});

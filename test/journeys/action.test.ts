/** A digest suggests one thing to do; what its reader decides comes back in the next one, and all of it is one click away. */
import { describe, expect, test } from 'vitest';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import type { ActionName, Actions, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { actionOf } from '../../src/stock/actions.ts';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { crew, ids, TOWN, week } from '../support/town-people.ts';

const LAB = ids('lab', 1, 12);
const { digest: copy } = english;
/** What whoever presses what is not theirs may be told; sol reads German. */
const REFUSALS = [english, german].flatMap((each) => [
  each.digest.noDigest,
  each.refusal.notAllowed,
]);

/** A week in which these people say that they are not paid fairly, and the digests have come. */
async function aWeek(of: Town, number: number, people: readonly string[] = LAB, comment?: string) {
  const { tuesday, closes, after, round } = week(number);
  await of.at(tuesday);
  for (const [i, person] of people.entries()) {
    const answers = { team: '5', growth: '4', pay: i % 4 === 0 ? '4' : '2' };
    await of.submit(person, { ...answers, ...(comment && { words: `${comment} ${i}` }) });
  }
  await of.at(closes);
  await of.at(after);
  return round;
}

function digestMessageOf(of: Town, person: string): Message {
  const kept = of.messagesOf(person).findLast(({ about }) => about.kind === 'digest');
  if (!kept) throw new Error(`${person} has no digest.`);
  return kept.message;
}

function press(of: Town, person: string, action: ActionName, about: string): Promise<Response> {
  return of.reply({ kind: 'action', person, action, about });
}

function buttons(message: Message | undefined, about: string): (string | undefined)[] {
  const found = message?.blocks.filter((block): block is Actions => block.kind === 'actions');
  return found?.find((each) => each.about === about)?.actions.map(({ action }) => action) ?? [];
}

async function suggestedTo(of: Town, person: string, unit: string) {
  const digest = await of.digestOf(person);
  const suggestion = digest?.units.find((each) => each.unit === unit)?.suggestion;
  const words = actionOf(suggestion?.action ?? '')?.text.en;
  if (!suggestion || words === undefined) throw new Error(`Nothing is suggested for ${unit}.`);
  return { ...suggestion, words };
}

describe('the suggested action', () => {
  test('is decided on, and the next digest says what became of it', async () => {
    const firm = await town();
    const round = await aWeek(firm, 0);
    const first = await suggestedTo(firm, 'lea', 'lab');
    expect(first.driver).toBe('pay');
    const asked = digestMessageOf(firm, 'lea');
    expect(wordsOf(asked)).toContain(first.words);
    expect(buttons(asked, `${round}/lab`)).toEqual(['will-do', 'not-now']);

    const { replace } = await press(firm, 'lea', 'will-do', `${round}/lab`);
    expect(wordsOf(replace)).toContain(copy.willDoThis(first.words));
    expect(buttons(replace, `${round}/lab`)).toEqual(['tell-team', 'not-now']);
    const decision = await firm.ports.store.decisions.get(round, 'lab', 'lea');
    expect(decision).toMatchObject({ action: first.action, choice: 'will-do', at: firm.now() });

    await aWeek(firm, 1);
    const second = await suggestedTo(firm, 'lea', 'lab');
    expect(second.driver).toBe('pay');
    expect(second.action).not.toBe(first.action);
    const told = wordsOf(digestMessageOf(firm, 'lea'));
    expect(told).toContain(copy.decided('9 November', first.words));
    expect(told).toContain(copy.today('pay and benefits', 'low'));
    expect(firm.failures).toEqual([]);
  });

  test('pressed twice, and after a restart, is the same decision and the same message', async () => {
    const firm = await town();
    const round = await aWeek(firm, 0);
    const once = await press(firm, 'lea', 'will-do', `${round}/lab`);
    const decision = await firm.ports.store.decisions.get(round, 'lab', 'lea');
    firm.setClock(new Date(firm.now().getTime() + 60_000));
    await firm.reopen();
    expect(await press(firm, 'lea', 'will-do', `${round}/lab`)).toEqual(once);
    expect(await firm.ports.store.decisions.get(round, 'lab', 'lea')).toEqual(decision);
  });

  test('is put off, taken up after all, and nothing is told to the others', async () => {
    const firm = await town();
    const round = await aWeek(firm, 0);
    const { words } = await suggestedTo(firm, 'lea', 'lab');
    const off = await press(firm, 'lea', 'not-now', `${round}/lab`);
    expect(wordsOf(off.replace)).toContain(copy.notNowThis(words));
    expect(buttons(off.replace, `${round}/lab`)).toEqual(['will-do']);
    const on = await press(firm, 'lea', 'will-do', `${round}/lab`);
    expect(wordsOf(on.replace)).toContain(copy.willDoThis(words));
    await press(firm, 'lea', 'not-now', `${round}/lab`);
    await aWeek(firm, 1);
    expect(wordsOf(digestMessageOf(firm, 'lea'))).toContain(copy.putOff('9 November', words));
    expect(wordsOf(digestMessageOf(firm, 'clara'))).not.toContain(words);
    await aWeek(firm, 2);
    expect(wordsOf(digestMessageOf(firm, 'lea'))).not.toContain('Put off');
  });

  test('says nothing that the figures don’t: a team without its own has none', async () => {
    const firm = await town();
    await aWeek(firm, 0, [...LAB, ...ids('south', 1, 4)]);
    const digest = await firm.digestOf('sol');
    expect(digest?.units[0]).not.toHaveProperty('suggestion');
    expect(buttons(digestMessageOf(firm, 'sol'), `${week(0).round}/south`)).toEqual([]);
    const ledger = await firm.ports.store.results.ledger(week(0).round);
    expect(JSON.stringify(ledger)).not.toMatch(/suggest|pay-/);
  });
});

test('a forged click is refused kindly, and nothing is stored', async () => {
  const firm = await town();
  const round = await aWeek(firm, 0, [...LAB, ...ids('north', 1, 8)]);
  const forged: [person: string, about: string][] = [
    ['lea', `${round}/north`],
    ['nina', `${round}/lab`],
    ['lea', `${round}/firm`],
    ['lea', `${round}/__proto__`],
    ['lea', `${round}/`],
    ['lea', round],
    ['lea', ''],
    ['lea', `${week(1).round}/lab`],
    ['sol', `${round}/south`],
    ['lab-1', `${round}/lab`],
    ['nobody', `${round}/lab`],
  ];
  for (const [person, about] of forged) {
    for (const action of ['will-do', 'not-now'] as const) {
      const { say, ...rest } = await press(firm, person, action, about);
      expect(REFUSALS, `${person} ${about}`).toContain(say?.summary);
      expect(rest).toEqual({});
    }
  }
  for (const unit of ['lab', 'north', 'south', 'firm', '__proto__', '']) {
    expect(await firm.ports.store.decisions.last(unit, new Date('2100-01-01'))).toBeUndefined();
  }
});

describe('the details', () => {
  const big = { ...TOWN, people: [...TOWN.people, ...crew('lab', 60).slice(12)] };
  const many = ids('lab', 1, 60);

  test('hold all comments in pages, and what was told before', async () => {
    const firm = await town({ org: big });
    await aWeek(firm, 0, many);
    const round = await aWeek(firm, 1, many, 'More light please, and this is remark');
    const kept = digestMessageOf(firm, 'lea');
    const quotes = (message: Message | undefined) =>
      message?.blocks.flatMap((each) => (each.kind === 'quote' ? [each.text] : [])) ?? [];
    expect(quotes(kept)).toHaveLength(5);
    expect(buttons(kept, `${round}/0`)).toEqual(['details']);

    const { page: first } = await press(firm, 'lea', 'details', `${round}/0`);
    const { page: second } = await press(firm, 'lea', 'details', `${round}/1`);
    const { page: third } = await press(firm, 'lea', 'details', `${round}/2`);
    expect(buttons(first, `${round}/1`)).toEqual(['details']);
    expect(buttons(second, `${round}/2`)).toEqual(['details']);
    expect(buttons(third, `${round}/3`)).toEqual([]);
    const pages = [first, second, third];
    for (const page of pages) expect(page?.blocks.length).toBeLessThanOrEqual(60);
    const digest = await firm.digestOf('lea');
    expect(digest?.units[0]?.comments).toHaveLength(60);
    expect(pages.flatMap(quotes)).toEqual(digest?.units[0]?.comments);
    expect(wordsOf(first)).toMatch(/Told before: .*\(2 November\)/);
    expect(first?.blocks.filter(({ kind }) => kind === 'chart')).toHaveLength(3);
  });

  test('are of one’s own digests only, and of pages that there are', async () => {
    const firm = await town();
    const round = await aWeek(firm, 0);
    const forged: [person: string, about: string][] = [
      ['lea', `${round}/1`],
      ['lea', `${round}/-1`],
      ['lea', `${round}/lab`],
      ['lea', round],
      ['lea', `${week(1).round}/0`],
      ['lab-1', `${round}/0`],
    ];
    for (const [person, about] of forged) {
      const { say, ...rest } = await press(firm, person, 'details', about);
      expect(REFUSALS, `${person} ${about}`).toContain(say?.summary);
      expect(rest).toEqual({});
    }
    const own = await press(firm, 'sol', 'details', `${round}/0`);
    expect(wordsOf(own.page)).not.toContain('Lab');
  });

  test('and the message of HR, or of whoever leads thirty units, stay within what platforms take', async () => {
    const teams = Array.from({ length: 30 }, (_, i) => `team-${i + 1}`);
    const org = {
      units: [
        { id: 'firm', name: 'Firm', manager: 'clara' },
        ...teams.map((id) => ({ id, name: id, parent: 'firm', manager: 'lea' })),
      ],
      people: [
        ...['clara', 'hana', 'lea'].map((id) => ({ id, name: id, unit: 'firm' })),
        ...teams.flatMap((id) => crew(id, 5)),
      ],
    };
    const firm = await town({ org });
    const people = teams.flatMap((id) => ids(id, 1, 5));
    const round = await aWeek(firm, 0, people, 'More light');
    for (const reader of ['hana', 'lea', 'clara']) {
      const message = digestMessageOf(firm, reader);
      expect(message.blocks.length, reader).toBeLessThan(40);
      expect(buttons(message, `${round}/0`)).toEqual(['details']);
    }
    const text: string[] = [];
    for (let i = 0; i < 10; i++) {
      const { page } = await press(firm, 'lea', 'details', `${round}/${i}`);
      expect(page?.blocks.length ?? 0).toBeLessThanOrEqual(60);
      text.push(wordsOf(page));
    }
    for (const id of teams) expect(text.join('\n')).toContain(`${id}, week of`);
  }, 30_000);
});

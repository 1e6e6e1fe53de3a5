/** The home page: what each person finds on it, in every language, within what platforms show. */
import { describe, expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import type { Message } from '../../src/message/message.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { round, tuesday, closes, after } = week(0);

async function homeOf(firm: Town, person: string): Promise<Message> {
  const { home } = await firm.reply({ kind: 'home', person });
  if (!home) throw new Error(`There is no home page for ${person}.`);
  return home;
}

async function published(firm: Town): Promise<Town> {
  await firm.at(tuesday);
  for (const person of [...ids('north', 1, 8), ...ids('lab', 1, 12)]) {
    await firm.submit(person, { team: '4', growth: '2', pay: '5' });
  }
  await firm.at(after);
  return firm;
}

test('before a round: nothing is open, and when the next one comes', async () => {
  expect(linesOf(await homeOf(await town(), 'north-1'))).toEqual([
    'Open now',
    'Nothing is open for you at the moment.',
    'Your answers are sealed the moment you click, and only ever counted together with others.',
    'When you are asked',
    'You are asked at 10:00, your time.',
    'Next round for you: Weekly pulse, from Monday 2 November, 09:00.',
    'I write to you in English.',
    'You are written to on the web page of Soundings.',
  ]);
});

test('while a round is open: until when, and its form; the same whether they have answered or not', async () => {
  const firm = await town();
  await firm.at(tuesday);
  const before = await homeOf(firm, 'north-1');
  expect(linesOf(before)[1]).toBe(
    'Weekly pulse is open until Friday 17:00. You can answer, or change what you sealed.',
  );
  expect(buttonsOf(before)).toContain(`form ${round}`);
  await firm.tap('north-1', 4);
  // The platform keeps the page, so it must not tell.
  expect(await homeOf(firm, 'north-1')).toEqual(before);
  await firm.at(closes);
  expect(buttonsOf(await homeOf(firm, 'north-1'))).not.toContain(`form ${round}`);
});

test('an employee has no digests and no panel', async () => {
  const firm = await published(await town());
  expect(buttonsOf(await homeOf(firm, 'north-1'))).toEqual([
    'privacy',
    'preview',
    'settings',
    'pause',
    'stop',
  ]);
});

test('a manager finds the headline of the latest digest, and a button for the rest', async () => {
  const firm = await published(await town());
  const page = await homeOf(firm, 'lea');
  const lines = linesOf(page);
  expect(lines.slice(lines.indexOf('Your digests'))).toEqual([
    'Your digests',
    'Lab, week of 2 November',
    expect.stringMatching(/^(Strongest|There is nothing to compare|Everything)/),
  ]);
  expect(buttonsOf(page)).toContain(`details ${round}/0`);
  expect(buttonsOf(page)).not.toContain('admin');
});

test('HR finds the panel, and its own digest', async () => {
  const firm = await published(await town());
  const buttons = buttonsOf(await homeOf(firm, 'hana'));
  expect(buttons).toContain('admin');
  expect(buttons).toContain(`details ${round}/0`);
});

test('pause, stop and resume change the page at once', async () => {
  const firm = await town();
  const press = async (action: 'pause' | 'stop' | 'resume') => {
    const reply = { kind: 'action', action, person: 'north-1', about: '' } as const;
    const { home, say } = await firm.reply(reply);
    expect(say).toBeDefined();
    return home;
  };
  const paused = await press('pause');
  expect(linesOf(paused).join('\n')).toContain(
    'Paused: you are not asked before Monday 30 November, 08:59.',
  );
  // The rounds on the way will not ask them.
  expect(linesOf(paused).join('\n')).toContain('from Monday 30 November, 09:00');
  expect(buttonsOf(paused)).toEqual(['privacy', 'preview', 'settings', 'resume', 'stop']);
  const stopped = await press('stop');
  expect(linesOf(stopped).join('\n')).toContain('Stopped: you are not asked until you resume.');
  expect(buttonsOf(stopped)).toEqual(['privacy', 'preview', 'settings', 'resume']);
  expect(linesOf(await press('resume')).join('\n')).not.toMatch(/Paused|Stopped/);
});

describe('a leaver', () => {
  async function leaving(): Promise<Town> {
    const firm = await town();
    const said = { person: 'lab-1', lastDay: '2026-11-20' };
    await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
    await firm.at(tuesday);
    return firm;
  }

  test('finds their interview from when they were asked until their last day', async () => {
    const firm = await leaving();
    const hasIt = async () =>
      buttonsOf(await homeOf(firm, 'lab-1')).filter((each) => each.startsWith('exit'));
    expect(await hasIt()).toEqual([]);
    await firm.at(new Date('2026-11-09T12:00:00Z'));
    expect(await hasIt()).toEqual(['exit-go-on']);
    await firm.jump(new Date('2026-11-20T12:00:00Z'));
    expect(await hasIt()).toEqual(['exit-go-on']);
    await firm.jump(new Date('2026-11-21T12:00:00Z'));
    expect(await hasIt()).toEqual([]);
  });

  test('finds the same whatever they did, and no release among the open rounds', async () => {
    const firm = await leaving();
    await firm.at(new Date('2026-11-09T12:00:00Z'));
    const before = await homeOf(firm, 'lab-1');
    const { leavers } = firm.ports.store;
    const { id = '' } = (await leavers.of('lab-1')) ?? {};
    await leavers.finish(id, 'door', 'declined', [undefined], firm.now());
    expect(await homeOf(firm, 'lab-1')).toEqual(before);
    expect(buttonsOf(before).join()).not.toContain('form exit');
    expect(buttonsOf((await firm.type('hana', 'admin')).page).join()).not.toContain('exit-20');
  });
});

test('managers and HR find why people leave, nobody else does', async () => {
  const firm = await town();
  for (const [person, reads] of Object.entries({ lea: true, hana: true, 'lab-1': false })) {
    expect(buttonsOf(await homeOf(firm, person)).includes('exit-report'), person).toBe(reads);
  }
});

test('who is in no people file is told so', async () => {
  expect(linesOf(await homeOf(await town(), 'stranger'))).toEqual([
    expect.stringContaining('not in the people file'),
  ]);
});

/** Labels of all buttons of a message, row by row. */
function rowsOf(page: Message): string[][] {
  return page.blocks.flatMap((block) =>
    block.kind === 'actions' ? [block.actions.map(({ label }) => label)] : [],
  );
}

describe.each(LANGUAGE_TAGS)('in %s', (tag) => {
  test('everybody’s page fits, and says something everywhere', async () => {
    const firm = await published(await town());
    await firm.at(week(1).tuesday);
    for (const person of ['north-1', 'lea', 'clara', 'hana']) {
      await firm.type(person, `language ${tag}`);
      const page = await homeOf(firm, person);
      expect(page.blocks.length).toBeLessThanOrEqual(100);
      expect(linesOf(page).every((line) => line.trim() !== '' && line.length <= 3000)).toBe(true);
      expect(linesOf(page)).toContain(copyFor(tag).home.schedule);
      expect(Math.max(...rowsOf(page).map((row) => row.length))).toBeLessThanOrEqual(5);
      expect(rowsOf(page).flat().join('\n')).toMatch(/^(.{2,75}\n?)+$/u);
    }
  });

  test.each(['admin', 'withheld', 'preview', 'leavers'] as const)(
    'the page %s fits',
    async (action) => {
      const firm = await published(await town());
      await firm.type('hana', `language ${tag}`);
      const { page } = await firm.reply({ kind: 'action', person: 'hana', about: '', action });
      expect(page?.blocks.length).toBeLessThanOrEqual(100);
      expect(linesOf(page).every((line) => line.trim() !== '')).toBe(true);
    },
  );

  test.each(['settings', 'campaign-new', 'leaver-new'] as const)(
    'the form %s fits',
    async (action) => {
      const firm = await town();
      await firm.type('hana', `language ${tag}`);
      const { form } = await firm.reply({ kind: 'action', person: 'hana', about: '', action });
      expect(form?.title).toMatch(/^.{1,24}$/u);
      expect(form?.submit).toMatch(/^.{1,24}$/u);
      const options =
        form?.fields.map((field) => (field.kind === 'text' ? [] : field.options)) ?? [];
      expect(Math.max(...options.map(({ length }) => length))).toBeLessThanOrEqual(100);
      const labels = options.flat().map(({ label }) => label);
      expect(labels.filter((label) => !/^\S.{0,74}$/u.test(label))).toEqual([]);
    },
  );
});

/** What HR sees and does about leavers, in chat; what stays hidden from HR. */
import { describe, expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import { sealedFor } from '../../src/exit/keep-draft.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import type { ActionName } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { buttonsOf, filledIn, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { crew, TOWN } from '../support/town-people.ts';

const LAST = '2026-11-20';

function act(firm: Town, action: ActionName, about = ''): Promise<Response> {
  return firm.reply({ kind: 'action', person: 'hana', about, action });
}

function save(firm: Town, about: string, fields: Record<string, readonly string[]>) {
  return firm.reply({ kind: 'submit', person: 'hana', form: 'leaver', about, fields });
}

async function idOf(firm: Town, person: string): Promise<string> {
  return (await firm.ports.store.leavers.of(person))?.id ?? '';
}

/** Announced, and planned by the worker. */
async function leaving(firm: Town, person = 'lab-1', lastDay = LAST): Promise<string> {
  await announce(firm.ports, firm.programme, 'webhook', [{ person, lastDay }], firm.now());
  await firm.run({ name: 'sweep', ref: '' });
  return idOf(firm, person);
}

/** As its verb leaves it when an interview is given to HR. */
async function giveToHr(firm: Town, id: string, wave: 'door' | 'later', answers: object) {
  const { leavers } = firm.ports.store;
  const given = Object.entries(answers).map(([question, values]) => ({ question, values }));
  const named = await sealedFor(firm.ports, { id }, given);
  await leavers.choose(id, wave, 'named', [undefined]);
  expect(await leavers.finish(id, wave, { named }, ['open'], firm.now())).toBe('done');
}

describe('the page of leavers', () => {
  test('says how to begin while nobody is announced', async () => {
    const { page } = await act(await town(), 'leavers');
    expect(linesOf(page)[2]).toMatch(/^Nobody is announced/);
    expect(buttonsOf(page)).toEqual(['leaver-new', 'exit-report', 'value', 'admin']);
  });

  test('says who leaves and what is next: the next one first, who has left last', async () => {
    const firm = await town();
    await leaving(firm, 'lab-1', '2026-12-18');
    await leaving(firm, 'north-1', '2026-11-13');
    await leaving(firm, 'south-1', '2026-11-03');
    const { page } = await act(firm, 'leavers');
    expect(linesOf(page).slice(2)).toEqual([
      'Given1 of south, South. Last day: 3 November 2026.',
      'Announced too late to be asked before the last day. They still count in turnover.',
      'Given1 of north, North. Last day: 13 November 2026.',
      'Will be asked on 3 November.',
      'Given1 of lab, Lab. Last day: 18 December 2026.',
      'Will be asked on 4 December.',
    ]);
    const id = await idOf(firm, 'lab-1');
    expect(buttonsOf(page)).toContain(`leaver-withdraw ${id}`);
    await firm.at(new Date('2026-11-05T12:00:00Z'));
    const after = linesOf((await act(firm, 'leavers')).page);
    expect(after.slice(2)).toEqual([
      'Given1 of north, North. Last day: 13 November 2026.',
      'Has been asked, unless they want no messages.',
      'Given1 of lab, Lab. Last day: 18 December 2026.',
      'Will be asked on 4 December.',
      'Given1 of south, South. Last day: 3 November 2026.',
      'The last day is over.',
    ]);
  });

  test('says who can’t be reached', async () => {
    const firm = await town({
      wrap: (ports) => ({ ...ports, chats: { ...ports.chats, of: async () => [] } }),
    });
    await leaving(firm);
    expect(linesOf((await act(firm, 'leavers')).page)).toContain(
      'Can’t be reached in chat. Please talk to them in person.',
    );
  });

  test('is the same whether they have begun, declined, pooled or done nothing', async () => {
    const firm = await town();
    const id = await leaving(firm);
    const { leavers } = firm.ports.store;
    for (const at of ['2026-11-04T12:00:00Z', '2026-11-09T12:00:00Z']) {
      await firm.at(new Date(at));
      const before = (await act(firm, 'leavers')).page;
      await leavers.choose(id, 'door', 'named', [undefined, 'open']);
      expect((await act(firm, 'leavers')).page).toEqual(before);
      await leavers.choose(id, 'door', 'pooled', [undefined, 'open']);
      expect((await act(firm, 'leavers')).page).toEqual(before);
    }
    const before = (await act(firm, 'leavers')).page;
    await leavers.finish(id, 'door', 'declined', ['open'], firm.now());
    expect((await act(firm, 'leavers')).page).toEqual(before);
  });

  test('is turned over where there are many, and each page fits', async () => {
    const org = { ...TOWN, people: [...TOWN.people, ...crew('firm', 40)] };
    const firm = await town({ org });
    const all = Array.from({ length: 40 }, (_, i) => ({
      person: `firm-${i + 1}`,
      lastDay: '2026-12-18',
    }));
    await announce(firm.ports, firm.programme, 'webhook', all, firm.now());
    const seen = new Set<string>();
    for (const about of ['', '2', '3']) {
      const { page } = await act(firm, 'leavers', about);
      expect(page?.blocks.length).toBeLessThanOrEqual(60);
      for (const each of buttonsOf(page).filter((each) => each.startsWith('leaver-edit'))) {
        seen.add(each);
      }
    }
    expect(seen.size).toBe(40);
    const last = buttonsOf((await act(firm, 'leavers', '99')).page);
    expect(last).toContain('leavers 2');
    expect(last).not.toContain('leavers 4');
  });
});

describe('the form', () => {
  test('announces somebody, and says what is next', async () => {
    const firm = await town();
    const { form } = await act(firm, 'leaver-new');
    const filled = { person: 'lab-1', 'last-day': LAST, kind: 'resigned', regretted: 'yes' };
    const { page } = await save(firm, '', filledIn(form, filled));
    expect(linesOf(page).slice(0, 3)).toEqual([
      'Given1 of lab is announced. The last day is 20 November 2026.',
      'Will be asked on 6 November.',
      'For 24 hours nobody is written to, so you can still correct it.',
    ]);
    expect(await firm.ports.store.leavers.of('lab-1')).toMatchObject({
      ...{ lastDay: LAST, kind: 'resigned', regretted: true },
    });
    const [newest] = await firm.ports.store.audit.list(1);
    expect(newest).toMatchObject({ who: 'hana', did: 'leaver-announce' });
  });

  test('shows what is in force to whoever corrects it, and unsets what is not said', async () => {
    const firm = await town();
    const said = { person: 'lab-1', lastDay: LAST, regretted: false, jobFamily: 'Research' };
    await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
    const id = await idOf(firm, 'lab-1');
    const { form } = await act(firm, 'leaver-edit', id);
    expect(filledIn(form)).toEqual({
      ...{ 'last-day': [LAST], kind: ['not-said'], regretted: ['no'], 'job-family': ['Research'] },
    });
    await save(firm, id, filledIn(form, { regretted: 'not-said', 'job-family': [] }));
    const leaver = await firm.ports.store.leavers.of('lab-1');
    expect(leaver).not.toHaveProperty('regretted');
    expect(leaver).not.toHaveProperty('jobFamily');
  });

  test('tells everything that is wrong by field, and stays open', async () => {
    const firm = await town();
    const { form } = await act(firm, 'leaver-new');
    const bad = { person: 'x', 'last-day': '20.11.2026', kind: 'x', regretted: 'x' };
    const { faults } = await save(firm, '', filledIn(form, bad));
    expect(Object.keys(faults ?? {}).sort()).toEqual(['kind', 'last-day', 'person', 'regretted']);
    expect(faults?.['last-day']).toContain('2026-12-31');
    expect(await firm.ports.store.leavers.list()).toEqual([]);
  });

  test('offers people by name, but not those announced already; of many one is typed', async () => {
    const firm = await town();
    await leaving(firm);
    const [few] = (await act(firm, 'leaver-new')).form?.fields ?? [];
    if (few?.kind !== 'one') throw new Error('Nobody can be chosen.');
    expect(few.options).toContainEqual({ value: 'lab-2', label: 'Given2 of lab (Lab)' });
    expect(few.options.map(({ value }) => value)).not.toContain('lab-1');
    const big = await town({ org: { ...TOWN, people: [...TOWN.people, ...crew('firm', 80)] } });
    const { form } = await act(big, 'leaver-new');
    expect(form?.fields[0]).toMatchObject({ kind: 'text', name: 'person' });
    await save(big, '', filledIn(form, { person: 'Given7 of firm', 'last-day': LAST }));
    expect(await big.ports.store.leavers.of('firm-7')).toBeDefined();
  });
});

describe('withdrawing', () => {
  test('is asked again first, and then done everywhere', async () => {
    const firm = await town();
    const id = await leaving(firm);
    const asked = await act(firm, 'leaver-withdraw', id);
    expect(buttonsOf(asked.page)).toEqual([`leaver-withdraw-sure ${id}`, 'leavers']);
    expect(await firm.ports.store.leavers.of('lab-1')).toBeDefined();
    const { page } = await act(firm, 'leaver-withdraw-sure', id);
    expect(linesOf(page)[0]).toMatch(/^Withdrawn: Given1 of lab/);
    expect(await firm.ports.store.leavers.of('lab-1')).toBeUndefined();
  });

  test.each(['leaver-edit', 'leaver-withdraw', 'leaver-withdraw-sure'] as const)(
    '%s of one that is gone, or of nobody, is refused kindly',
    async (action) => {
      const firm = await town();
      const id = await leaving(firm);
      await act(firm, 'leaver-withdraw-sure', id);
      for (const about of [id, 'nobody', '']) {
        expect(linesOf((await act(firm, action, about)).say)).toEqual([
          expect.stringMatching(/not announced any more/),
        ]);
      }
      expect(linesOf((await save(firm, id, {})).say)[0]).toMatch(/not announced any more/);
    },
  );
});

describe('an interview given to HR', () => {
  const DOOR = {
    'exit-kind': ['resigned'],
    'exit-further': ['pay', 'growth'],
    'exit-recommend': ['3'],
    'exit-change': ['Talk to us, please.'],
  };

  test('is read in full, and each reading is on record', async () => {
    const firm = await town();
    const id = await leaving(firm);
    await giveToHr(firm, id, 'door', DOOR);
    expect(buttonsOf((await act(firm, 'leavers')).page)).toContain(`leaver-read ${id}`);
    const { page } = await act(firm, 'leaver-read', id);
    expect(linesOf(page)).toEqual([
      'The exit interview of Given1 of lab',
      'Given1 of lab, Lab. Last day: 20 November 2026.',
      expect.stringContaining('audit log'),
      'How does your time here end?\nI resigned',
      expect.stringMatching(/^What else played a part\?.*\n.+, .+$/),
      expect.stringMatching(/\n3\/10$/),
      'One thing you would change here tomorrow:',
      'Talk to us, please.',
    ]);
    const entries = await firm.ports.store.audit.list(10);
    expect(entries.filter(({ did }) => did === 'leaver-read')).toEqual([
      { at: firm.now(), who: 'hana', did: 'leaver-read', to: id },
    ]);
  });

  test('in two waves: what was said later stands beside what was said at the door', async () => {
    const firm = await town();
    const id = await leaving(firm);
    await giveToHr(firm, id, 'door', { 'exit-return': ['5'], 'exit-change': ['Pay.'] });
    await giveToHr(firm, id, 'later', { 'exit-return': ['1'], 'exit-change': ['My boss.'] });
    const lines = linesOf((await act(firm, 'leaver-read', id)).page);
    expect(lines.slice(3)).toEqual([
      'How likely are you to come back one day?\nAt the door: Very likely\nMonths later: Very unlikely',
      'One thing you would change here tomorrow:',
      ...['At the door', 'Pay.', 'Months later', 'My boss.'],
    ]);
  });

  test('that was not given by name, or of nobody, is refused kindly', async () => {
    const firm = await town();
    const id = await leaving(firm);
    for (const about of [id, 'nobody', '']) {
      const { say, page } = await act(firm, 'leaver-read', about);
      expect(page).toBeUndefined();
      expect(say?.summary).toMatch(/no interview here that was given to HR/);
    }
  });

  test('whose key is gone is told, and nobody but HR may try', async () => {
    const firm = await town();
    const id = await leaving(firm);
    await giveToHr(firm, id, 'door', DOOR);
    for (const person of ['lea', 'lab-1']) {
      const { say } = await firm.reply({
        ...{ kind: 'action', person, about: id, action: 'leaver-read' },
      });
      expect(say?.summary).toBe(copyFor('en').refusal.notAllowed);
    }
    await firm.ports.leaverKeys.destroy(id);
    expect((await act(firm, 'leaver-read', id)).say?.summary).toMatch(/can’t be opened/);
  });
});

test.each(LANGUAGE_TAGS)('in %s every page and form says all that it has to', async (tag) => {
  const firm = await town();
  await firm.type('hana', `language ${tag}`);
  const id = await leaving(firm);
  await giveToHr(firm, id, 'door', { 'exit-change': ['Words.'] });
  const { leavers: words } = copyFor(tag);
  const pages = [
    (await act(firm, 'leavers')).page,
    (await act(firm, 'leaver-withdraw', id)).page,
    (await act(firm, 'leaver-read', id)).page,
  ];
  expect(pages.map((page) => page?.summary)).toEqual([
    words.title,
    expect.stringContaining('Given1 of lab'),
    words.interview.title('Given1 of lab'),
  ]);
  for (const { form } of [await act(firm, 'leaver-new'), await act(firm, 'leaver-edit', id)]) {
    expect(form?.title).toMatch(/^.{1,24}$/u);
  }
});

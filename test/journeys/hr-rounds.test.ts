/** HR opens, closes and cancels rounds by hand, and sees on the panel what runs, but never who has answered. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { ActionName } from '../../src/message/message.ts';
import { buttonsOf, filledIn, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const { tuesday, closes } = week(0);

function act(firm: Town, action: ActionName, about = '', person = 'hana') {
  return firm.reply({ kind: 'action', person, action, about });
}

function save(firm: Town, about: string, fields: Record<string, readonly string[]>) {
  return firm.reply({ kind: 'submit', form: 'campaign', person: 'hana', about, fields });
}

/** Town without a campaign in its file, where HR makes one on Monday before the window opens. */
async function withMade(change: Record<string, string | readonly string[]> = {}) {
  const firm = await town({ programme: { campaigns: [], floor: 5 } });
  const { form } = await act(firm, 'campaign-new');
  const answer = await save(firm, '', filledIn(form, { name: 'Lab & Söhne', ...change }));
  return { firm, answer };
}

const ROUND = 'lab-sohne-2026-11-02';

async function campaignOf(firm: Town, id = 'lab-sohne') {
  return (await firm.ports.store.campaigns.list()).find((each) => each.id === id);
}

test('a round is closed at once only after a second thought, and is counted and published', async () => {
  const { firm } = await withMade({ audience: ['lab'] });
  await firm.at(tuesday);
  const asked = await act(firm, 'round-close', ROUND);
  expect(buttonsOf(asked.page)).toEqual([`round-close-sure ${ROUND}`, 'admin']);
  expect((await firm.ports.store.rounds.get(ROUND))?.state).toBe('open');
  const { page } = await act(firm, 'round-close-sure', ROUND);
  expect(linesOf(page)[0]).toMatch(/is closed and being counted/);
  await firm.at(closes);
  expect((await firm.ports.store.rounds.get(ROUND))?.state).toBe('published');
  for (const action of ['round-close', 'round-close-sure', 'round-cancel-sure'] as const) {
    expect(linesOf((await act(firm, action, ROUND)).say)[0]).toMatch(/not open any more/);
  }
  // The same window does not open a second time.
  const again = await act(firm, 'round-open', 'lab-sohne');
  expect(linesOf(again.say)[0]).toMatch(/can’t open now|had its round/);
});

test('a round is cancelled only after a second thought, and nothing of it remains', async () => {
  const { firm } = await withMade();
  await firm.at(tuesday);
  const asked = await act(firm, 'round-cancel', ROUND);
  expect(buttonsOf(asked.page)).toEqual([`round-cancel-sure ${ROUND}`, 'admin']);
  await act(firm, 'round-cancel-sure', ROUND);
  await firm.at(new Date(tuesday.getTime() + 60_000));
  expect((await firm.ports.store.rounds.get(ROUND))?.state).toBe('cancelled');
  expect(await firm.ports.store.box.size(ROUND)).toBe(0);
  expect(linesOf((await act(firm, 'round-open', 'lab-sohne')).say)[0]).toMatch(/had its round/);
});

test('a round is opened by hand within its window; else the panel says when', async () => {
  const firm = await town();
  expect(linesOf((await act(firm, 'round-open', 'pulse')).say)[0]).toBe(
    'Weekly pulse can’t open now. Its next round opens on Monday 2 November, 09:00.',
  );
  firm.setClock(tuesday);
  expect(buttonsOf((await act(firm, 'admin')).page)).toContain('round-open pulse');
  expect(linesOf((await act(firm, 'round-open', 'pulse')).page)[0]).toMatch(/opens in a moment/);
  await firm.at(tuesday);
  expect(linesOf((await act(firm, 'round-open', 'pulse')).say)[0]).toBe(
    'A round of Weekly pulse is open already, until Friday 17:00.',
  );
  expect(buttonsOf((await act(firm, 'admin')).page)).not.toContain('round-open pulse');
});

test('there is nobody to open a round for, or it is too late in the week', async () => {
  const nobody = await town({ pulse: { audience: ['moon'] } });
  nobody.setClock(tuesday);
  expect(linesOf((await act(nobody, 'round-open', 'pulse')).say)[0]).toMatch(/nobody in the/);
  const late = await town();
  // Three in the afternoon in Berlin: only in New York it is not yet ten.
  late.setClock(new Date(closes.getTime() - 2 * 3_600_000));
  expect(linesOf((await act(late, 'round-open', 'pulse')).page)[0]).toMatch(/in a moment/);
  const { people, units } = await late.ports.store.org.load();
  const here = people.filter(({ timezone }) => timezone !== 'America/New_York');
  await late.ports.store.org.replace({ people: here, units }, late.now());
  expect(linesOf((await act(late, 'round-open', 'pulse')).say)[0]).toMatch(/too late to ask/);
});

test('what the file says is shown, and can’t be changed in chat', async () => {
  const firm = await town();
  const { page } = await act(firm, 'admin');
  expect(linesOf(page).join('\n')).toContain(
    'Asks everybody: 30 people. Next opening: Monday 2 November, 09:00. Written in soundings.yaml',
  );
  expect(buttonsOf(page)).toEqual([
    ...['preview pulse', 'campaign-new', 'leavers', 'withheld', 'import'],
  ]);
  for (const action of ['campaign-edit', 'campaign-end', 'campaign-resume'] as const) {
    expect(linesOf((await act(firm, action, 'pulse')).say)[0]).toMatch(/written in soundings.yaml/);
    expect(linesOf((await act(firm, action, 'ghost')).say)[0]).toMatch(/does not exist/);
  }
  const { form } = await act(firm, 'campaign-new');
  expect((await save(firm, 'pulse', filledIn(form, { name: 'Mine' }))).say).toBeDefined();
  expect(await firm.ports.store.campaigns.list()).toEqual([]);
});

test('a round or campaign that there is not is told kindly', async () => {
  const firm = await town();
  const rounds = ['round-close', 'round-close-sure', 'round-cancel', 'round-cancel-sure'] as const;
  for (const action of rounds) {
    expect((await act(firm, action, 'ghost')).say?.summary).toBe(english.admin.noSuchRound);
  }
  expect((await act(firm, 'round-open', 'ghost')).say?.summary).toBe(english.admin.noSuchCampaign);
});

test('the panel never tells how many have answered, or that somebody has paused', async () => {
  const firm = await town();
  await firm.at(tuesday);
  const before = await act(firm, 'admin');
  for (let i = 1; i <= 8; i++) await firm.tap(`north-${i}`, 4);
  expect(await act(firm, 'admin')).toEqual(before);
  expect(linesOf(before.page)[1]).toBe(
    'Weekly pulse is open until Friday 17:00. Its audience has 30 people.',
  );
  const other = await town();
  await other.type('north-1', 'stop');
  await other.at(tuesday);
  expect(await act(other, 'admin')).toEqual(before);
});

test('people are read anew where HR asks for it', async () => {
  const firm = await town();
  const { say } = await act(firm, 'import');
  expect(say?.summary).toMatch(/being read anew/);
  expect(firm.failures).toEqual([]);
});

test('a page of many campaigns fits what platforms show', async () => {
  const { firm } = await withMade();
  const made = await campaignOf(firm);
  if (!made) throw new Error('It was not saved.');
  for (let i = 0; i < 60; i++) {
    const ended = i % 2 === 0 && { ended: true as const };
    await firm.ports.store.campaigns.put({ ...made, id: `c-${i}`, ...ended }, firm.now());
  }
  await firm.at(tuesday);
  const { page } = await act(firm, 'admin');
  expect(page?.blocks.length).toBeLessThanOrEqual(100);
  expect(linesOf(page)).toContain('And 41 more, not shown here.');
});

/** The leaver's side in chat: the choice, the screens, the end, and everything that can happen in between. */
import { describe, expect, it } from 'vitest';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { ANSWERS, ID, leaving, textOf, WORDS } from './leaving.ts';

describe('a pooled interview', () => {
  it('goes from the choice over the screens to a ballot for every question', async () => {
    const ada = await leaving();
    const first = await ada.press('exit-pooled');
    expect(first.at).toBe('at-1');
    expect(buttonsOf(first.replace)).toEqual(['exit-go-on', 'exit-erase', 'exit-privacy']);
    expect(first.form?.about).toBe('kind');
    const end = await ada.walk(first, ANSWERS);
    expect(buttonsOf(end.page)).toContain('exit-finish');
    const done = await ada.press('exit-finish');
    expect(textOf(done)).toContain('Thank you, Ada');
    expect(await ada.leaver()).toMatchObject({ door: 'pooled', access: 'pooled' });
    const ballots = await ada.ballots();
    expect([...ballots.keys()].sort()).toEqual(EXIT_QUESTIONS.map(({ id }) => id).sort());
    expect(ballots.get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
    expect(ballots.get('exit-offer-promised')).toEqual({ kind: 'text', text: WORDS, reader: 'hr' });
  });

  it('seals a blank for what was left out and what was never asked', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), { 'exit-kind': ['retired'] });
    await ada.press('exit-finish');
    const ballots = await ada.ballots();
    expect(ballots.size).toBe(EXIT_QUESTIONS.length);
    const { 'exit-kind': kind, ...others } = Object.fromEntries(ballots);
    expect(kind).toEqual({ kind: 'cells', cells: [2] });
    for (const answer of Object.values(others)) {
      expect(answer).toEqual(
        answer?.kind === 'text'
          ? { kind: 'text', text: '', reader: 'hr' }
          : { kind: 'cells', cells: [] },
      );
    }
  });

  it('leaves neither key, draft nor record behind', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), ANSWERS);
    expect(await ada.hasKey()).toBe(true);
    await ada.press('exit-finish');
    expect(await ada.hasKey()).toBe(false);
    expect(await ada.ports.store.leavers.draft(ID, 'door')).toBeUndefined();
    expect(await ada.ports.store.leavers.record(ID, 'door')).toBeUndefined();
  });

  it('never becomes named', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    expect(textOf(await ada.press('exit-named'))).toMatch(/stays so/);
    expect(await ada.leaver()).toMatchObject({ access: 'pooled', door: 'open' });
    await ada.walk(await ada.press('exit-go-on'), {});
    await ada.press('exit-finish');
    expect(textOf(await ada.press('exit-named'))).toMatch(/stays so/);
    expect(await ada.leaver()).toMatchObject({ access: 'pooled', door: 'pooled' });
  });
});

describe('a named interview', () => {
  it('is a record that opens with the leaver’s key, and no ballot', async () => {
    const ada = await leaving();
    const first = await ada.press('exit-named');
    expect(buttonsOf(first.replace)).toContain('exit-stricter');
    await ada.walk(first, ANSWERS);
    const done = await ada.press('exit-finish');
    expect(buttonsOf(done.replace)).toEqual(['exit-copy', 'exit-stricter']);
    expect((await ada.ballots()).size).toBe(0);
    expect(await ada.hasKey()).toBe(true);
    const copy = await ada.press('exit-copy');
    expect(linesOf(copy.page).join('\n')).toContain(WORDS);
    expect(linesOf(copy.page)).toContain('Pay or benefits');
    expect(linesOf(copy.page)).toContain('Pay – better\nChances to develop – worse');
  });

  it('becomes pooled while it is open', async () => {
    const ada = await leaving();
    await ada.press('exit-named');
    const stricter = await ada.press('exit-stricter');
    expect(buttonsOf(stricter.replace)).not.toContain('exit-stricter');
    await ada.walk(await ada.press('exit-go-on'), ANSWERS);
    await ada.press('exit-finish');
    expect(await ada.leaver()).toMatchObject({ access: 'pooled', door: 'pooled' });
    expect((await ada.ballots()).size).toBe(EXIT_QUESTIONS.length);
  });

  it('becomes pooled after the end, with every answer, and record and key are gone', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-named'), ANSWERS);
    await ada.press('exit-finish');
    ada.now = new Date('2027-01-20T10:00:00Z');
    const stricter = await ada.press('exit-stricter');
    expect(stricter.at).toBe('at-1');
    expect(buttonsOf(stricter.replace)).toEqual([]);
    expect(await ada.leaver()).toMatchObject({ access: 'pooled', door: 'pooled' });
    expect(await ada.ports.store.leavers.record(ID, 'door')).toBeUndefined();
    expect(await ada.hasKey()).toBe(false);
    const ballots = await ada.ballots();
    expect(ballots.size).toBe(EXIT_QUESTIONS.length);
    expect(ballots.get('exit-offer-promised')).toEqual({ kind: 'text', text: WORDS, reader: 'hr' });
    expect(textOf(await ada.press('exit-copy'))).toMatch(/nobody can open/);
  });

  it('stays named once the release is closed', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-named'), ANSWERS);
    await ada.press('exit-finish');
    ada.now = new Date('2027-01-31T08:00:00Z');
    expect(textOf(await ada.press('exit-stricter'))).toMatch(/release is closed/);
    expect(await ada.leaver()).toMatchObject({ door: 'named' });
    expect(await ada.hasKey()).toBe(true);
  });
});

describe('rather not', () => {
  it('is one tap, final, and keeps nothing', async () => {
    const ada = await leaving();
    const bye = await ada.press('exit-decline');
    expect(bye.at).toBe('at-1');
    expect(buttonsOf(bye.replace)).toEqual([]);
    expect(await ada.leaver()).toMatchObject({ door: 'declined' });
    expect(await ada.leaver()).not.toHaveProperty('access');
    for (const action of ['exit-pooled', 'exit-named', 'exit-go-on', 'exit-finish'] as const) {
      expect(textOf(await ada.press(action)), action).toMatch(/rather not/);
    }
    expect(await ada.hasKey()).toBe(false);
  });

  it('asks first where something was answered already', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    const sure = await ada.press('exit-decline');
    expect(buttonsOf(sure.page)).toEqual(['exit-erase everything', 'exit-go-on']);
    expect(await ada.leaver()).toMatchObject({ door: 'open' });
  });

  it('erases everything once they are sure, and the key with it', async () => {
    const ada = await leaving();
    const first = await ada.press('exit-named');
    await ada.submit(first.form?.about ?? '', { 'exit-kind': ['resigned'] });
    await ada.press('exit-erase');
    expect(await ada.hasKey()).toBe(true);
    const erased = await ada.press('exit-erase', 'everything');
    expect(textOf(erased)).toMatch(/No interview, then/);
    expect(await ada.hasKey()).toBe(false);
    expect(await ada.ports.store.leavers.draft(ID, 'door')).toBeUndefined();
    expect((await ada.ballots()).size).toBe(0);
    expect(await ada.leaver()).toMatchObject({ door: 'declined' });
  });
});

describe('whoever is not asked', () => {
  it('learns nothing before the message came: HR may still correct it', async () => {
    const ada = await leaving({ leaver: { announcedAt: new Date('2026-12-04T08:00:00Z') } });
    for (const action of ['exit-go-on', 'exit-pooled', 'exit-privacy'] as const) {
      expect(textOf(await ada.press(action)), action).toMatch(/no exit interview/);
    }
    expect(await ada.leaver()).not.toHaveProperty('door');
  });

  it('is told so kindly once they were withdrawn', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    await ada.ports.store.leavers.withdraw(ID);
    expect(textOf(await ada.submit('kind', { 'exit-kind': ['resigned'] }))).toMatch(/no exit/);
    expect(textOf(await ada.press('exit-finish'))).toMatch(/no exit interview/);
  });

  it('can still answer on the last day, and not after it', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    ada.now = new Date('2026-12-18T22:30:00Z');
    expect((await ada.submit('kind')).form?.about).toBe('reason');
    ada.now = new Date('2026-12-18T23:30:00Z');
    expect(textOf(await ada.submit('reason'))).toMatch(/last day was 18 December/);
    expect(textOf(await ada.press('exit-finish'))).toMatch(/is over/);
  });

  it('is told that the release is closed', async () => {
    const ada = await leaving();
    ada.now = new Date('2027-02-10T10:00:00Z');
    expect(textOf(await ada.press('exit-pooled'))).toMatch(/release is closed/);
  });

  it('may answer where no chat reaches them: words on the page open it', async () => {
    const ada = await leaving();
    await ada.ports.store.deliveries.mark('delivery-door', 'unreachable', { sendAt: null });
    const page = await ada.press('exit-go-on');
    expect(buttonsOf(page.page)).toEqual([
      'exit-pooled',
      'exit-named',
      'exit-decline',
      'exit-privacy',
    ]);
  });
});

describe('two devices at once', () => {
  it('that choose differently get one choice', async () => {
    const ada = await leaving();
    await Promise.all([ada.press('exit-pooled'), ada.press('exit-named')]);
    expect((await ada.leaver()).door).toBe('open');
    await ada.press('exit-stricter');
    expect(await ada.leaver()).toMatchObject({ access: 'pooled' });
  });

  it('that finish together end it once', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), ANSWERS);
    const both = await Promise.all([ada.press('exit-finish'), ada.press('exit-finish')]);
    for (const response of both) expect(textOf(response)).toMatch(/Thank you/);
    expect((await ada.ballots()).size).toBe(EXIT_QUESTIONS.length);
    expect(textOf(await ada.press('exit-finish'))).toMatch(/finished this interview already/);
    expect(await ada.hasKey()).toBe(false);
  });

  it('of which one finishes while the other answers keep no draft and no key', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), ANSWERS);
    await Promise.all([
      ada.press('exit-finish'),
      ada.submit('stay', { 'exit-stay': ['talk'] }),
      ada.press('exit-change', 'exit-kind'),
    ]);
    expect(await ada.leaver()).toMatchObject({ door: 'pooled' });
    expect(await ada.ports.store.leavers.draft(ID, 'door')).toBeUndefined();
    expect(await ada.hasKey()).toBe(false);
  });

  it('of which one makes it stricter while the other finishes leave nothing named', async () => {
    for (let round = 0; round < 5; round++) {
      const ada = await leaving();
      await ada.walk(await ada.press('exit-named'), ANSWERS);
      await Promise.all([ada.press('exit-stricter'), ada.press('exit-finish')]);
      if ((await ada.leaver()).door === 'open') await ada.press('exit-finish');
      expect(await ada.leaver()).toMatchObject({ door: 'pooled', access: 'pooled' });
      expect(await ada.ports.store.leavers.record(ID, 'door')).toBeUndefined();
    }
  });
});

it('says which setting is wrong where the key of a draft is missing', async () => {
  const ada = await leaving();
  await ada.press('exit-pooled');
  await ada.submit('kind', { 'exit-kind': ['resigned'] });
  await ada.ports.leaverKeys.destroy(ID);
  await expect(ada.press('exit-go-on')).rejects.toThrow(/SOUNDINGS_KEYS/);
});

it.each([
  ['de', /Danke, Ada/],
  ['fr', /Merci, Ada/],
  ['es', /Gracias, Ada/],
])('runs whole in %s', async (language, thanks) => {
  const ada = await leaving({ language });
  await ada.walk(await ada.press('exit-pooled'), ANSWERS);
  expect(textOf(await ada.press('exit-finish'))).toMatch(thanks);
});

/** The leaver's side in chat: the choice, the screens, the end, and everything that can happen in between. */
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/message/reply.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { ID, leaving, shown } from './leaving.ts';

const WORDS = 'They promised me a canary';
/** Somebody who leaves for a better offer and answers nearly everything. */
const ANSWERS = {
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
const SAID = /canary|canaries|"chosen"|"written"/;

const textOf = (response: Response) =>
  (response.say ?? response.page ?? response.replace)?.summary ?? '';

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
    expect(textOf(done)).toContain('Thank you, Ada North');
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

describe('the screens', () => {
  it('go on after a restart where they were left', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    await ada.submit('kind', { 'exit-kind': ['resigned'] });
    await ada.submit('reason', { 'exit-reason': ['pay'] });
    await ada.restart();
    ada.now = new Date('2026-12-11T10:00:00Z');
    expect((await ada.press('exit-go-on')).form?.about).toBe('further');
    await ada.walk(await ada.press('exit-go-on'), {});
    await ada.press('exit-finish');
    expect((await ada.ballots()).get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
  });

  it('lead back, once however often it is pressed, and keep what is left empty', async () => {
    const ada = await leaving();
    const first = await ada.press('exit-pooled');
    expect(first.form?.also?.actions.map(({ action }) => action)).toEqual(['exit-erase']);
    await ada.submit('kind', { 'exit-kind': ['resigned'] });
    const reason = await ada.submit('reason', { 'exit-reason': ['pay'] });
    expect(reason.form?.also?.actions.map(({ action }) => action)).toContain('exit-back');
    expect((await ada.press('exit-back', 'further')).form?.about).toBe('reason');
    expect((await ada.press('exit-back', 'further')).form?.about).toBe('reason');
    expect((await ada.submit('reason', { 'exit-reason': [] })).form?.about).toBe('further');
    await ada.walk(await ada.press('exit-go-on'), {});
    await ada.press('exit-finish');
    expect((await ada.ballots()).get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
  });

  it('can be changed and left out until the end, which takes back what was answered', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), ANSWERS);
    expect((await ada.press('exit-change', 'exit-reason')).form?.about).toBe('reason');
    const overview = await ada.press('exit-erase', 'reason');
    expect(linesOf(overview.page).join('\n')).toMatch(/main reason .*left out/);
    await ada.press('exit-change', 'exit-stay');
    await ada.submit('stay', { 'exit-stay': ['talk'] });
    await ada.press('exit-finish');
    const ballots = await ada.ballots();
    expect(ballots.get('exit-reason')).toEqual({ kind: 'cells', cells: [] });
    expect(ballots.get('exit-further')).toEqual({ kind: 'cells', cells: [] });
    expect(ballots.get('exit-stay')).toEqual({ kind: 'cells', cells: [10] });
  });

  it('that a change has opened are shown before it can be finished', async () => {
    const ada = await leaving();
    await ada.walk(await ada.press('exit-pooled'), { 'exit-kind': ['retired'] });
    await ada.press('exit-change', 'exit-kind');
    await ada.submit('kind', { 'exit-kind': ['resigned'] });
    expect((await ada.press('exit-finish')).form?.about).toBe('reason');
    expect(await ada.leaver()).toMatchObject({ door: 'open' });
  });

  it('draw the comparison as a grid, and say how many may be chosen', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    await ada.submit('kind', { 'exit-kind': ['resigned'] });
    const further = await ada.submit('reason', { 'exit-reason': ['pay'] });
    expect(further.form?.fields[0]).toMatchObject({ kind: 'several', hint: '2 at most.' });
    const offered = JSON.stringify(further.form?.fields[0]);
    expect(offered).not.toContain('"pay"');
    for (const screen of ['further', 'how-it-came', 'stay']) await ada.submit(screen);
    await ada.submit('offer', { 'exit-offer': ['employer'] });
    const grid = await ada.submit('offer-employer');
    expect(grid.form).toMatchObject({ look: 'grid', about: 'offer-grid' });
    expect(grid.form?.fields.map(({ kind }) => kind)).toEqual(Array(9).fill('one'));
  });

  it('say field by field what is wrong, and keep nothing of it', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    await ada.submit('kind', { 'exit-kind': ['resigned'] });
    await ada.submit('reason', { 'exit-reason': ['pay'] });
    const tooMany = { 'exit-further': ['growth', 'workload', 'culture'] };
    expect((await ada.submit('further', tooMany)).faults).toEqual({ 'exit-further': '2 at most.' });
    const again = await ada.submit('further', { 'exit-further': ['pay'], 'exit-nothing': ['x'] });
    expect(Object.keys(again.faults ?? {})).toEqual(['exit-further', 'exit-nothing']);
    expect((await ada.press('exit-go-on')).form?.about).toBe('further');
    await ada.submit('further');
    await ada.walk(await ada.press('exit-go-on'), { 'exit-offer': ['employer'] });
    await ada.press('exit-change', 'exit-offer-promised');
    const long = await ada.submit('offer-employer', { 'exit-offer-promised': ['x'.repeat(1950)] });
    expect(long.faults?.['exit-offer-promised']).toContain('too long by 50 characters');
    const off = await ada.submit('offer-employer', { 'exit-offer-employer': ['canary'] });
    expect(shown(off)).not.toContain('canary');
  });

  it('that are asked no more lead kindly to the one that is', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    const early = await ada.submit('looking-back', { 'exit-return': ['1'] });
    expect(early.form?.about).toBe('kind');
    expect((await ada.press('exit-change', 'exit-offer')).form?.about).toBe('kind');
  });
});

describe('the safety fork', () => {
  const contacts = [{ name: 'Ombudsperson Mara Lind', reach: '+49 30 000 000' }];
  const exits = {
    askDaysBefore: 10,
    period: 'quarter',
    delayDays: 30,
    keepMonths: 24,
    laterMonths: 4,
  } as const;

  it('shows the named contacts, is kept nowhere, and goes on', async () => {
    const ada = await leaving({ programme: { exits: { ...exits, contacts } } });
    const page = await ada.walk(await ada.press('exit-pooled'), { 'exit-look-into': ['yes'] });
    expect(linesOf(page.page).join('\n')).toContain('Ombudsperson Mara Lind – +49 30 000 000');
    expect(buttonsOf(page.page)).toEqual(['exit-go-on']);
    const other = await leaving();
    await other.walk(await other.press('exit-pooled'), { 'exit-look-into': ['no'] });
    const overview = await ada.press('exit-go-on');
    expect(overview).toEqual(await other.press('exit-go-on'));
    expect(shown(overview)).not.toContain('looked into');
    await ada.press('exit-finish');
    for (const answer of (await ada.ballots()).values()) {
      expect(JSON.stringify(answer)).toMatch(/"cells":\[\]|"text":""/);
    }
  });

  it('says in general whom one can turn to where nobody is named', async () => {
    const ada = await leaving();
    const page = await ada.walk(await ada.press('exit-pooled'), { 'exit-look-into': ['yes'] });
    expect(linesOf(page.page).join('\n')).toMatch(/works council.*\n.*union/);
  });
});

describe('what is on the screen', () => {
  it('says nothing of the answers, whatever is pressed', async () => {
    const ada = await leaving();
    const seen: Response[] = [await ada.press('exit-pooled')];
    for (let last = seen.at(-1); last?.form; last = seen.at(-1)) {
      const names = last.form.fields.map(({ name }) => name);
      const given = Object.entries(ANSWERS).filter(([name]) => names.includes(name));
      seen.push(await ada.submit(last.form.about, Object.fromEntries(given)));
    }
    for (const [question] of Object.entries(ANSWERS)) {
      seen.push(await ada.press('exit-change', question));
    }
    seen.push(await ada.press('exit-privacy'), await ada.press('exit-erase'));
    seen.push(await ada.press('exit-finish'));
    for (const response of seen) expect(shown(response)).not.toMatch(SAID);
    const page = shown({ page: seen.find(({ page }) => page)?.page });
    expect(page).not.toMatch(/Pay or benefits|More pay|direct competitor|better/);
  });

  it('is the same in the message, however much was answered', async () => {
    const [ada, bea] = [await leaving(), await leaving()];
    const quiet = await ada.press('exit-pooled');
    const telling = await bea.press('exit-pooled');
    expect(quiet.replace).toEqual(telling.replace);
    await ada.walk(quiet, { 'exit-kind': ['dismissed'] });
    await bea.walk(telling, ANSWERS);
    expect((await ada.press('exit-finish')).replace).toEqual(
      (await bea.press('exit-finish')).replace,
    );
  });

  it('has the personal link and its dates after the end, where there is a page', async () => {
    const ada = await leaving({ site: 'https://soundings.example.org/' });
    await ada.walk(await ada.press('exit-pooled'), {});
    const { replace } = await ada.press('exit-finish');
    const link = replace?.blocks.find(({ kind }) => kind === 'link');
    expect(link).toMatchObject({
      url: expect.stringMatching(/^https:\/\/soundings\.example\.org\/later\/[\w-]{43}$/),
    });
    expect(linesOf(replace).join('\n')).toMatch(/18 April 2027 to 17 June 2027/);
    expect((await ada.press('exit-go-on')).page).toEqual(replace);
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
    expect(textOf(await ada.submit('reason'))).toMatch(/last day was 18 December 2026/);
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
  ['de', /Danke, Ada North/],
  ['fr', /Merci, Ada North/],
  ['es', /Gracias, Ada North/],
])('runs whole in %s', async (language, thanks) => {
  const ada = await leaving({ language });
  await ada.walk(await ada.press('exit-pooled'), ANSWERS);
  expect(textOf(await ada.press('exit-finish'))).toMatch(thanks);
});

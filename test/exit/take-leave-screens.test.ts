/** The screens of an interview in chat, one after another: back, changed, left out, at fault, and what they never say. */
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/message/reply.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';
import { ANSWERS, leaving, shown } from './leaving.ts';

const SAID = /canary|canaries|"chosen"|"written"/;

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
    const page = JSON.stringify(seen.find(({ page }) => page)?.page);
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

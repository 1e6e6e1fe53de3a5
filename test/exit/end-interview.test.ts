/** How an interview ends, whoever ends it, and whatever crashes in between. */
import { describe, expect, it } from 'vitest';
import { endInterview, makePooled } from '../../src/exit/end-interview.ts';
import { readRecord } from '../../src/exit/keep-draft.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { ANSWERS, ID, type Leaving, leaving } from './leaving.ts';

const NIGHT = new Date('2026-12-19T02:00:00Z');

async function answered(access: 'exit-pooled' | 'exit-named'): Promise<Leaving> {
  const ada = await leaving();
  await ada.press(access);
  await ada.submit('kind', { 'exit-kind': ['resigned'] });
  await ada.submit('reason', { 'exit-reason': ['pay'] });
  return ada;
}

/** The ports, of which one key can't be destroyed: a process that ends before it is. */
function dying(ports: Ports): Ports {
  const destroy = async () => {
    throw new Error('The power went out.');
  };
  return { ...ports, leaverKeys: { ...ports.leaverKeys, destroy } };
}

describe('at the end of the last day', () => {
  it('what is pooled is sealed as it stands, with a blank for all the rest', async () => {
    const ada = await answered('exit-pooled');
    expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('done');
    const ballots = await ada.ballots();
    expect(ballots.size).toBe(EXIT_QUESTIONS.length);
    expect(ballots.get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
    expect(ballots.get('exit-change')).toEqual({ kind: 'text', text: '', reader: 'hr' });
    expect(await ada.hasKey()).toBe(false);
  });

  it('what is named is given to HR as it stands', async () => {
    const ada = await answered('exit-named');
    expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('done');
    expect(await readRecord(ada.ports, { id: ID }, 'door')).toEqual([
      { question: 'exit-kind', values: ['resigned'] },
      { question: 'exit-reason', values: ['pay'] },
    ]);
    expect((await ada.ballots()).size).toBe(0);
    expect(await ada.hasKey()).toBe(true);
  });

  it('what was chosen but not begun is blank throughout', async () => {
    const ada = await leaving();
    await ada.press('exit-pooled');
    await endInterview(ada.ports, { id: ID }, 'door', NIGHT);
    const said = [...(await ada.ballots()).values()];
    expect(said.length).toBe(EXIT_QUESTIONS.length);
    for (const answer of said) expect(JSON.stringify(answer)).toMatch(/"cells":\[\]|"text":""/);
  });

  it('nothing happens to what was never chosen, or declined', async () => {
    const ada = await leaving();
    expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('elsewhere');
    await ada.press('exit-decline');
    expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('elsewhere');
    expect(await endInterview(ada.ports, { id: 'nobody' }, 'door', NIGHT)).toBe('elsewhere');
    expect((await ada.ballots()).size).toBe(0);
  });

  it('ending it twice is ending it once', async () => {
    const ada = await answered('exit-pooled');
    for (let time = 0; time < 2; time++) {
      expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('done');
    }
    expect((await ada.ballots()).size).toBe(EXIT_QUESTIONS.length);
  });

  it('a closed release takes nothing, and the draft stays', async () => {
    const ada = await answered('exit-pooled');
    const late = new Date('2027-02-01T10:00:00Z');
    expect(await endInterview(ada.ports, { id: ID }, 'door', late)).toBe('closed');
    expect(await ada.ports.store.leavers.draft(ID, 'door')).toBeDefined();
    expect(await ada.hasKey()).toBe(true);
  });
});

describe('a process that dies', () => {
  it('between the ballots and the key leaves a key that the next one destroys', async () => {
    const ada = await answered('exit-pooled');
    const end = endInterview(dying(ada.ports), { id: ID }, 'door', NIGHT);
    await expect(end).rejects.toThrow(/power/);
    expect(await ada.leaver()).toMatchObject({ door: 'pooled' });
    expect(await ada.hasKey()).toBe(true);
    expect(await endInterview(ada.ports, { id: ID }, 'door', NIGHT)).toBe('done');
    expect(await ada.hasKey()).toBe(false);
  });

  it('while a named one is made pooled loses no answer', async () => {
    const ada = await answered('exit-named');
    await endInterview(ada.ports, { id: ID }, 'door', NIGHT);
    await expect(makePooled(dying(ada.ports), { id: ID }, NIGHT)).rejects.toThrow(/power/);
    expect((await ada.ballots()).get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
    await endInterview(ada.ports, { id: ID }, 'door', NIGHT);
    expect(await ada.hasKey()).toBe(false);
  });
});

describe('making it pooled', () => {
  it('takes every answer of the record into its ballot', async () => {
    const [ada, bea] = [await leaving(), await leaving()];
    await ada.walk(await ada.press('exit-named'), ANSWERS);
    await bea.walk(await bea.press('exit-pooled'), ANSWERS);
    await ada.press('exit-finish');
    await bea.press('exit-finish');
    expect(await makePooled(ada.ports, { id: ID }, NIGHT)).toBe('done');
    expect(await ada.ballots()).toEqual(await bea.ballots());
  });

  it('changes nothing where nothing is named, or after the release', async () => {
    const ada = await answered('exit-pooled');
    expect(await makePooled(ada.ports, { id: ID }, NIGHT)).toBe('elsewhere');
    const bea = await answered('exit-named');
    await endInterview(bea.ports, { id: ID }, 'door', NIGHT);
    const late = new Date('2027-02-01T10:00:00Z');
    expect(await makePooled(bea.ports, { id: ID }, late)).toBe('closed');
    expect(await bea.ports.store.leavers.record(ID, 'door')).toBeDefined();
    expect(await bea.hasKey()).toBe(true);
  });

  it('keeps the key as long as something else opens with it', async () => {
    const ada = await answered('exit-named');
    await endInterview(ada.ports, { id: ID }, 'door', NIGHT);
    const { leavers } = ada.ports.store;
    await leavers.choose(ID, 'later', 'named', [undefined]);
    await endInterview(ada.ports, { id: ID }, 'later', NIGHT);
    expect(await ada.leaver()).toMatchObject({ door: 'named', later: 'named' });
    expect(await makePooled(ada.ports, { id: ID }, NIGHT)).toBe('done');
    expect(await ada.leaver()).toMatchObject({ door: 'pooled', later: 'pooled' });
    expect(await ada.hasKey()).toBe(false);
  });
});

it('no draft or record, whatever was said, is longer than another', async () => {
  const [ada, bea] = [await leaving(), await leaving()];
  await ada.walk(await ada.press('exit-named'), ANSWERS);
  await bea.walk(await bea.press('exit-named'), {});
  const length = async ({ ports }: Leaving, what: 'draft' | 'record') =>
    (await ports.store.leavers[what](ID, 'door'))?.length;
  expect(await length(ada, 'draft')).toBe(await length(bea, 'draft'));
  await ada.press('exit-finish');
  await bea.press('exit-finish');
  expect(await length(ada, 'record')).toBe(await length(bea, 'record'));
  expect(await length(ada, 'record')).toBeGreaterThan(1000);
});

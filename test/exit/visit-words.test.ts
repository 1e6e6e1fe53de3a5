/** Words for the pool of the second wave come back to their author as they would be read, before they are kept. */
import { describe, expect, it } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import { LATER } from './leaving.ts';
import { left, open, walk } from './visiting.ts';

describe('words for the pool', () => {
  const NAMING = 'Lea Roth, on 0171 5551234';
  const READ = '[…], on […]';
  const SCREEN = 'looking-back';
  const sent = { 'exit-recommend': ['7'], 'exit-change': [NAMING] };

  /** On the screen with the words. */
  async function atTheWords(access?: Parameters<typeof left>[0]) {
    const ada = await left(access);
    for (let page = await open(ada); page.form && page.form.about !== SCREEN; )
      page = await open(ada, page.form.about);
    return ada;
  }

  it('come back as they would be read, with what else was filled in, and nothing is kept', async () => {
    const ada = await atTheWords();
    const page = await open(ada, SCREEN, sent);
    expect(page).toMatchObject({ status: 'ok', again: true });
    expect(page.faults).toBeUndefined();
    expect(page.form).toMatchObject({ about: SCREEN, intro: english.comments.review });
    expect(page.form?.title).toBe(english.exit.later.title);
    expect(page.form?.fields.find(({ name }) => name === 'exit-change:2')).toMatchObject({
      written: READ,
    });
    expect(JSON.stringify(page)).not.toMatch(/Roth|5551234/);
    const reloaded = await open(ada);
    expect(reloaded.form?.about).toBe(SCREEN);
    expect(JSON.stringify(reloaded)).not.toContain('[…]');
  });

  it('lose the author’s own name, though they are in the people file no more', async () => {
    const ada = await atTheWords();
    const { store } = ada.ports;
    const { name = '' } = (await store.leavers.list())[0] ?? {};
    const { people, units } = await store.org.load();
    await store.org.replace(
      { units, people: people.filter((each) => each.name !== name) },
      ada.now,
    );
    const words = `Yours, ${name}`;
    const page = await open(ada, SCREEN, { 'exit-change': [words] });
    expect(page.form?.fields.find((field) => field.name === 'exit-change:2')).toMatchObject({
      written: 'Yours, […]',
    });
  });

  it('are kept once they are sent as they are, and sealed so', async () => {
    const ada = await atTheWords();
    await open(ada, SCREEN, sent);
    const next = await open(ada, SCREEN, { 'exit-recommend': ['7'], 'exit-change:2': [READ] });
    expect(next.form?.about).not.toBe(SCREEN);
    await walk(ada, {});
    await open(ada, 'end');
    const ballots = await ada.ballots(LATER);
    expect(ballots.get('exit-change')).toMatchObject({ text: READ });
    expect(ballots.get('exit-recommend')).toEqual({ kind: 'cells', cells: [7] });
  });

  it('can be left out there, or changed so that they come back again', async () => {
    const ada = await atTheWords();
    const again = await open(ada, SCREEN, { 'exit-change:2': ['I mean Lea Roth'] });
    expect(again.form?.fields.map(({ name }) => name)).toContain('exit-change:3');
    expect((await open(ada, SCREEN, { 'exit-change:3': ['  '] })).form?.about).not.toBe(SCREEN);
    await walk(ada, {});
    await open(ada, 'end');
    expect((await ada.ballots(LATER)).get('exit-change')).toMatchObject({ text: '' });
  });

  it('keep their field where something else is wrong', async () => {
    const ada = await atTheWords();
    const long = 'x'.repeat(2001);
    const page = await open(ada, SCREEN, { 'exit-change:2': [long] });
    expect(Object.keys(page.faults ?? {})).toEqual(['exit-change:2']);
    expect(page.form?.fields.map(({ name }) => name)).toContain('exit-change:2');
    expect(page.again).toBe(true);
  });

  it('are not changed where HR reads them under the leaver’s name', async () => {
    const ada = await left('exit-named');
    let page = await open(ada, 'access', { access: ['named'] });
    while (page.form && page.form.about !== SCREEN) page = await open(ada, page.form.about);
    const next = await open(ada, SCREEN, sent);
    expect(next.form?.about).not.toBe(SCREEN);
    expect(next.again).toBeUndefined();
  });
});

/** A leaver who is announced or withdrawn in chat stands once in the record of what HR did. */
import { expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import type { ActionName } from '../../src/message/message.ts';
import { town } from '../support/town.ts';

async function announced() {
  const firm = await town();
  const { audit, leavers } = firm.ports.store;
  const said = { person: 'lab-1', lastDay: '2026-11-20' };
  await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
  const id = (await leavers.of('lab-1'))?.id ?? '';
  const press = (action: ActionName) =>
    firm.reply({ kind: 'action', person: 'hana', about: id, action });
  const recorded = async () => (await audit.list(10)).filter(({ who }) => who === 'hana');
  const done = { at: firm.now(), who: 'hana', did: 'leaver-withdraw', to: id };
  return { firm, press, recorded, done };
}

test('by the buttons: when it is done, not when HR only looks, nor a second time', async () => {
  const { press, recorded, done } = await announced();
  await press('leaver-withdraw');
  expect(await recorded()).toEqual([]);
  await press('leaver-withdraw-sure');
  expect(await recorded()).toEqual([done]);
  await press('leaver-withdraw-sure');
  expect(await recorded()).toEqual([done]);
});

test('by a word: beside that HR asked for it', async () => {
  const { firm, recorded, done } = await announced();
  await firm.type('hana', 'leaver lab-1 withdrawn');
  expect(await recorded()).toEqual([done, { ...done, did: 'leavers', to: '' }]);
});

test('an announcement by the form: once, and not at all where the form is wrong', async () => {
  const firm = await town();
  const { audit, leavers } = firm.ports.store;
  const save = (lastDay: string) => {
    const fields = { person: ['lab-1'], 'last-day': [lastDay] };
    return firm.reply({ kind: 'submit', person: 'hana', form: 'leaver', about: '', fields });
  };
  expect((await save('some day')).faults).toBeDefined();
  expect(await audit.list(10)).toEqual([]);
  expect((await save('2026-11-20')).faults).toBeUndefined();
  const to = (await leavers.of('lab-1'))?.id;
  expect(to).toBeDefined();
  expect(await audit.list(10)).toMatchObject([{ who: 'hana', did: 'leaver-announce', to }]);
});

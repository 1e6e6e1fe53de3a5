/** Releases of exit interviews are rounds, but none of a campaign: only an interview goes into them. */
import { expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import { english } from '../../src/message/copy-en.ts';
import type { ActionName } from '../../src/message/message.ts';
import { filledIn } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const RELEASE = 'exit-2026-q4';

async function leaving(): Promise<Town> {
  const firm = await town({ now: new Date(week(0).after.getTime()) });
  const said = { person: 'lab-1', lastDay: '2026-12-18' };
  await announce(firm.ports, firm.programme, 'webhook', [said], firm.now());
  await firm.run({ name: 'sweep', ref: '' });
  expect(await firm.ports.store.deliveries.of(RELEASE, 'lab-1')).toBeDefined();
  return firm;
}

test('“now” and “skip” leave the interview alone', async () => {
  const firm = await leaving();
  expect((await firm.type('lab-1', 'now')).form).toBeUndefined();
  await firm.type('lab-1', 'skip');
  expect(await firm.ports.store.deliveries.of(RELEASE, 'lab-1')).toMatchObject({
    state: 'planned',
  });
});

test('a forged click of the pulse seals nothing in a release', async () => {
  const firm = await leaving();
  const mine = { person: 'lab-1', about: RELEASE };
  const question = 'exit-reason';
  const replies = [
    { kind: 'action', ...mine, action: 'form' },
    { kind: 'action', ...mine, action: 'skip' },
    { kind: 'submit', ...mine, form: 'answers', fields: { [question]: ['pay'] } },
    { kind: 'answer', person: 'lab-1', round: RELEASE, question, value: 'pay' },
  ] as const;
  for (const reply of replies) {
    const { say, form } = await firm.reply(reply);
    expect([say?.summary, form]).toEqual([english.refusal.noSuchRound, undefined]);
  }
  expect(await firm.ports.store.box.size(RELEASE)).toBe(0);
});

test('HR can neither close nor cancel one by hand', async () => {
  const firm = await leaving();
  const actions: ActionName[] = ['round-close', 'round-close-sure', 'round-cancel-sure'];
  for (const action of actions) {
    const { say } = await firm.reply({ kind: 'action', person: 'hana', about: RELEASE, action });
    expect(say?.summary).toBe(english.admin.noSuchRound);
  }
  expect(await firm.ports.store.rounds.get(RELEASE)).toMatchObject({ state: 'open' });
});

test('a campaign that HR calls Exit gets another id', async () => {
  const firm = await leaving();
  const { form } = await firm.reply({
    ...{ kind: 'action', person: 'hana', about: '', action: 'campaign-new' },
  });
  const fields = filledIn(form, { name: 'Exit', questions: ['pulse'] });
  await firm.reply({ kind: 'submit', person: 'hana', form: 'campaign', about: '', fields });
  expect((await firm.ports.store.campaigns.list()).map(({ id }) => id)).toEqual(['exit-2']);
});

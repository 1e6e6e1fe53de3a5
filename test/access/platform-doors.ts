/** Clicks on Slack and on Teams that say what no button shown there says: forged, as whoever clicks. */
import { expect } from 'vitest';
import { actionId, blockId } from '../../adapters/slack/ids.ts';
import type { ActionName } from '../../src/message/message.ts';
import { given } from '../slack/given.ts';
import type { Shown } from '../support/slack/desk.ts';
import { executed } from '../support/teams/activities.ts';
import { tenant } from '../support/teams/tenant.ts';
import { type Door, ends, fieldsOf } from './doors.ts';
import type { What } from './objects.ts';
import { PEOPLE, type Stage } from './stage.ts';

export async function onSlack(stage: Stage): Promise<Door> {
  const users = new Map(PEOPLE.map(({ person }, i) => [person, `U${i + 1}`]));
  const named = [...users].map(([name, id]) => ({ id, name }));
  const slack = await given({ fake: { users: named } });
  slack.react = stage.inbox.receive;
  const accounts = await slack.store.accounts.list('slack');
  await slack.store.accounts.link(
    accounts.flatMap((key) =>
      named.filter(({ id }) => id === key.user).map(({ name }) => ({ key, person: name })),
    ),
  );
  return async (person, { kind, name }, about) => {
    if (kind !== 'action') throw new Error('Forms of Slack are not forged here.');
    const user = slack.fake.user(users.get(person) ?? '');
    return heardNext(stage, person, () => user.click(forged(name, about), name));
  };
}

/** An ephemeral message, of which Slack sends nothing but what was clicked. */
function forged(action: ActionName, about: string): Shown {
  const block_id = blockId({ kind: 'actions', about, actions: [] }, '0.0');
  const text = { type: 'plain_text', text: action };
  const element = { type: 'button', action_id: actionId(action), text };
  const blocks = [{ type: 'actions', block_id, elements: [element] }];
  const [kind, ts, channel] = ['ephemeral', '1.000001', 'D1'] as const;
  return { kind, ts, channel, text: '', blocks, fromBot: true, raw: {} };
}

export async function onTeams(stage: Stage): Promise<Door> {
  const it = await tenant();
  ends.push(() => it.close());
  for (const { person } of PEOPLE) await it.settle(person);
  it.answerWith(stage.inbox.receive);
  return (person, what, about) =>
    heardNext(stage, person, () => it.post(executed(person, dataOf(what, about))));
}

function dataOf({ kind, name }: What, about: string): object {
  if (kind === 'action') return { kind, action: name, about };
  const fields = Object.entries(fieldsOf(name)).map(([field, [value]]) => [`text:${field}`, value]);
  return { kind, form: name, about, ...Object.fromEntries(fields) };
}

/** What the inbox answered; it was asked as this person. Teams looks at the home page after some of it, too. */
async function heardNext({ heard }: Stage, person: string, click: () => Promise<unknown>) {
  const before = heard.length;
  const found = () => heard.slice(before).find(({ reply }) => reply.kind !== 'home');
  await click();
  await expect.poll(found, { interval: 3 }).toBeDefined();
  expect(found()?.reply.person).toBe(person);
  return found()?.response ?? {};
}

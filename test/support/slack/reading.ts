/** What people read on a Slack screen, and the few things that they do there in every journey. */
import { expect } from 'vitest';
import { isJson, type Json } from './block-rules.ts';
import type { Shown, ShownView } from './desk.ts';
import type { Filled } from './fields.ts';
import type { SlackOffice } from './slack-office.ts';
import type { FakeUser } from './user.ts';

/** Every text of a message or view, in order. */
export function wordsOn(shown: { readonly blocks: readonly Json[] } | undefined): string {
  return (shown?.blocks ?? []).flatMap(textsIn).join('\n');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'text' && typeof each === 'string' ? [each] : textsIn(each),
  );
}

/** Waits, for real time, until something is shown. */
export async function shown<T>(
  what: () => Promise<T | undefined | false> | T | undefined | false,
  most = 8000,
): Promise<T> {
  const end = performance.now() + most;
  for (;;) {
    const found = await what();
    if (found) return found as T;
    if (performance.now() > end) throw new Error(`It was not shown in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The newest message of the app to this person. */
export function newest(user: FakeUser): Shown {
  const found = user.messages().findLast(({ blocks }) => blocks.length > 0);
  if (!found) throw new Error(`${user.id} was sent nothing.`);
  return found;
}

/** Clicks in the newest message, and waits until that has changed. */
export async function clickAndSee(user: FakeUser, what: string, text: RegExp): Promise<Shown> {
  const before = newest(user);
  expect(await user.click(before, what)).toMatchObject({ status: 200, inTime: true });
  return shown(() => {
    const now = user.messages().find(({ ts }) => ts === before.ts);
    return now && text.test(`${now.text}\n${wordsOn(now)}`) && now;
  });
}

/** Clicks anywhere, and waits for the window that opens, on top of what was open before. */
export async function opened(
  user: FakeUser,
  on: Shown | ShownView,
  what: string,
): Promise<ShownView> {
  const before = user.modal()?.id;
  expect(await user.click(on, what)).toMatchObject({ status: 200, inTime: true });
  return shown(() => {
    const modal = user.modal();
    return modal !== undefined && modal.id !== before && modal;
  });
}

/** Fills in the form of the newest question, and waits until that says "sealed". */
export async function fillIn(user: FakeUser, fields: Filled): Promise<void> {
  await opened(user, newest(user), 'form');
  const { errors, trouble } = await user.submit(fields);
  expect({ errors, trouble }).toEqual({ errors: {}, trouble: undefined });
  expect(user.modal()).toBeUndefined();
  await shown(() => /^Sealed until/.test(newest(user).text));
}

/** The same form, filled in by many at once. */
export async function allFillIn(
  office: SlackOffice,
  people: readonly string[],
  fields: (person: string, i: number) => Filled,
): Promise<void> {
  await Promise.all(people.map((person, i) => fillIn(office.of(person), fields(person, i))));
}

/** Opens the home page, and waits until it says so. */
export async function homeOf(user: FakeUser, says: RegExp): Promise<ShownView> {
  expect(await user.openHome()).toMatchObject({ status: 200 });
  return shown(() => {
    const home = user.home();
    return home !== undefined && says.test(wordsOn(home)) && home;
  });
}

/** What one person alone is told after this. */
export async function toldAfter(user: FakeUser, what: () => Promise<unknown>): Promise<string> {
  const before = user.ephemerals().length;
  await what();
  const said = await shown(() => user.ephemerals()[before]);
  return `${said.text}\n${wordsOn(said)}`;
}

/** What the app answers to typed words. */
export async function answerTo(user: FakeUser, words: string): Promise<string> {
  const before = user.messages().length + 1;
  expect(await user.type(words)).toMatchObject({ status: 200 });
  const said = await shown(() => user.messages()[before]);
  return `${said.text}\n${wordsOn(said)}`;
}

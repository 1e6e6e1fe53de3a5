/** Digests come at a working hour too: not on days on which the organisation, or the reader's country, rests. */
import { expect, test } from 'vitest';
import { recordingChat } from '../support/recording-chat.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const { opens, closes, tuesday } = week(0);
const HOUR = 3_600_000;

async function digestDays(options: TownOptions): Promise<string[]> {
  const chat = recordingChat();
  const days = new Set<string>();
  const firm: Town = await town({ ...options, chat });
  chat.posted = async (_person, { kind }) => {
    if (kind === 'digest') days.add(firm.now().toISOString().slice(0, 10));
  };
  await firm.at(opens);
  await firm.at(tuesday);
  for (let at = closes.getTime(); at < closes.getTime() + 120 * HOUR; at += 3 * HOUR) {
    await firm.at(new Date(at));
  }
  return [...days].sort();
}

test('of a round that closes on Friday evening come that evening or on Monday', async () => {
  expect(await digestDays({})).toEqual(['2026-11-06', '2026-11-09']);
});

test('do not come on the organisation’s quiet days', async () => {
  const quietDays = [{ from: '2026-11-06', to: '2026-11-09' }];
  const quiet = { workingDays: [1, 2, 3, 4, 5], quietDays, holidays: false } as const;
  expect(await digestDays({ programme: { quiet } })).toEqual(['2026-11-10']);
});

test('come on Sunday where Sunday is a working day and Friday is none', async () => {
  const quiet = { workingDays: [0, 1, 2, 3, 4], quietDays: [], holidays: false } as const;
  expect(await digestDays({ programme: { quiet } })).toEqual(['2026-11-08']);
});

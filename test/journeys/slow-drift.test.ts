/** A team that gets worse slowly is told so, once, though no week differs clearly from the one before. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/recording-chat.ts';
import { town } from '../support/town.ts';
import { crew, ids, PEOPLE, PULSE, UNITS, week } from '../support/town-people.ts';

const ONE = { questions: PULSE.questions.slice(0, 1), perRound: 1 } as const;
const rest = PEOPLE.filter(({ id }) => !id.startsWith('lab-'));
const org = { people: [...rest, ...crew('lab', 44)], units: UNITS };
/** Of forty who answer each week. */
const FAVOURABLE = [32, 32, 31, 32, 32, 31, 28, 27, 25, 24, 22];

test('the drift is in the digest, in its words and in the ledger, with the rounds that it follows from', async () => {
  const firm = await town({ org, pulse: ONE });
  const told: { week: number; words: string }[] = [];
  for (const [n, favourable] of FAVOURABLE.entries()) {
    await firm.at(week(n).opens);
    await firm.at(week(n).tuesday);
    for (const [i, person] of ids('lab', 1, 40).entries()) {
      await firm.tap(person, i < favourable ? 5 : 1);
    }
    await firm.at(week(n).closes);
    const digest = await firm.digestOf('lea', week(n).round);
    const unit = digest?.units[0];
    expect(unit?.statements[0]).toMatchObject({ backing: { answers: 30 } });
    expect(unit?.statements[0]?.change.kind).not.toBe('clear');
    if (!unit?.drift) continue;
    told.push({ week: n, words: wordsOf(firm.messagesOf('lea').at(-1)?.message) });
    const ledger = await firm.ports.store.results.ledger(week(n).round);
    const said = ledger.filter((entry) => entry.unit === 'lab' && entry.reader === 'lea');
    expect(said.map((entry) => entry.said.shown)).toEqual(
      expect.arrayContaining(['distribution', 'range', 'participation', 'drift']),
    );
    const rounds = Array.from({ length: n + 1 }, (_, i) => week(i).round);
    expect(said.find((entry) => entry.said.shown === 'drift')?.said).toEqual({
      shown: 'drift',
      direction: 'down',
      since: unit.drift.since,
      rounds,
    });
  }
  expect(told).toHaveLength(1);
  expect(told[0]?.week).toBeGreaterThan(7);
  expect(told[0]?.words).toMatch(/slowly getting worse since \d/);
});

/** The permission table, held against a door: every role with every button and form, on its own things and on others'. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import { isAllowed } from '../../src/org/roles.ts';
import { UNITS } from '../support/town-people.ts';
import type { Door } from './doors.ts';
import { called, EVERYTHING, foreign, own, type What } from './objects.ts';
import { PEOPLE, SECRET, type Stage, type Who } from './stage.ts';

/** Goes to a person's own session, which the page does not let them do from there. */
type Skip = (what: What) => boolean;

export function keepsTheTable(given: () => { stage: Stage; door: Door }, skip: Skip = () => false) {
  const everything = EVERYTHING.filter((what) => !skip(what));
  const may = ({ person }: Who, { name }: What) =>
    isAllowed(name, person, { hr: ['hana'] }, async () => UNITS);

  test.each(everything.map((what) => [called(what), what] as const))(
    '%s: refused where the table says so, and of others’ things nothing is told or changed',
    async (_, what) => {
      const { stage, door } = given();
      for (const who of PEOPLE) {
        const allowed = await may(who, what);
        const abouts = foreign(what, stage, who);
        const before = stage.state();
        for (const about of allowed ? abouts : [...abouts, own(what, stage, who)]) {
          const response = await door(who.person, what, about);
          const where = `${who.person} on ${JSON.stringify(about)}`;
          if (allowed) expectNothing(response, where);
          else expect(response, where).toEqual(NOT_ALLOWED);
          expect(stage.state() === before, `${where} changed something`).toBe(true);
        }
      }
    },
  );

  test.each(PEOPLE)('$role may do what the table says, on their own things', async (who) => {
    const { stage, door } = given();
    for (const what of everything) {
      if (!(await may(who, what))) continue;
      const response = await door(who.person, what, own(what, stage, who));
      expect(response.say?.summary, called(what)).not.toBe(english.refusal.notAllowed);
      expect(Object.keys(response).length, called(what)).toBeGreaterThan(0);
    }
  });
}

const NOT_ALLOWED = {
  say: expect.objectContaining({ summary: english.refusal.notAllowed }),
};

/** A sentence, and no more: no page, no form, no message changed, nobody's words. */
function expectNothing(response: Awaited<ReturnType<Door>>, where: string): void {
  expect(Object.keys(response), where).toEqual(['say']);
  expect(response.say?.summary, where).toMatch(/\S \S/);
  expect(JSON.stringify(response), where).not.toContain(SECRET);
}

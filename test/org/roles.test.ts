/** Who may do what: every role with every button and every form, in the table and at the door. */
import { describe, expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import { ACTIONS, FORMS, isAllowed, isRecorded, type Role, rolesOf } from '../../src/org/roles.ts';
import { town } from '../support/town.ts';
import { UNITS, week } from '../support/town-people.ts';

const HR = { hr: ['hana'] };
/** One person of each kind; Hana leads nothing, and Clara is both where she is given HR. */
const WHO: Readonly<Record<string, { readonly person: string; readonly roles: readonly Role[] }>> =
  {
    'an employee': { person: 'north-1', roles: ['employee'] },
    'a manager': { person: 'nina', roles: ['employee', 'manager'] },
    HR: { person: 'hana', roles: ['employee', 'hr'] },
    'nobody we know': { person: 'stranger', roles: ['employee'] },
  };

const EVERYBODY = [
  'answers',
  'settings',
  'form',
  'skip',
  'privacy',
  'pause',
  'resume',
  'stop',
  'preview',
  'web',
  'sign-out',
  'exit',
  'exit-pooled',
  'exit-named',
  'exit-decline',
  'exit-go-on',
  'exit-back',
  'exit-change',
  'exit-finish',
  'exit-erase',
  'exit-stricter',
  'exit-copy',
  'exit-privacy',
] as const;
const READERS = [
  'details',
  'will-do',
  'not-now',
  'tell-team',
  'answer-comment',
  'exit-report',
] as const;
const ONLY_HR = [
  'campaign',
  'admin',
  'campaign-new',
  'campaign-edit',
  'campaign-end',
  'campaign-resume',
  'round-open',
  'round-close',
  'round-close-sure',
  'round-cancel',
  'round-cancel-sure',
  'withheld',
  'import',
  'leaver',
  'leavers',
  'leaver-new',
  'leaver-edit',
  'leaver-withdraw',
  'leaver-withdraw-sure',
  'leaver-read',
  'value',
  'mirror-ask',
  'stay-ask',
] as const;

test('everything that there is stands in the table once', () => {
  const named = [...EVERYBODY, ...READERS, ...ONLY_HR];
  expect([...new Set([...FORMS, ...ACTIONS])].sort()).toEqual([...named].sort());
});

describe.each(Object.entries(WHO))('%s', (_, { person, roles }) => {
  const may = (what: (typeof ACTIONS)[number] | (typeof FORMS)[number]) =>
    isAllowed(what, person, HR, async () => UNITS);

  test('has these roles', () => {
    expect([...rolesOf(person, HR, UNITS)].sort()).toEqual([...roles].sort());
  });

  test.each(EVERYBODY)('may do %s, as everybody may', async (what) => {
    expect(await may(what)).toBe(true);
  });

  test.each(READERS)('may do %s only as a reader of digests', async (what) => {
    expect(await may(what)).toBe(roles.includes('manager') || roles.includes('hr'));
  });

  test.each(ONLY_HR)('may do %s only as HR', async (what) => {
    expect(await may(what)).toBe(roles.includes('hr'));
  });
});

test('what is HR’s is recorded, and what HR does where managers may, too, as far as HR reads more there', () => {
  const all = [...new Set([...FORMS, ...ACTIONS])];
  const recorded = (person: string) => all.filter((what) => isRecorded(what, person, HR)).sort();
  const done = ['leaver', 'leaver-withdraw', 'leaver-withdraw-sure'];
  const hrs = ONLY_HR.filter((what) => !done.includes(what));
  const more = ['answer-comment', 'exit-report'];
  expect(recorded('hana')).toEqual([...hrs, ...more].sort());
  expect(recorded('nina')).not.toContain('exit-report');
  expect(recorded('nina')).not.toContain('answer-comment');
});

test('who leads a unit and has the HR role may do both', async () => {
  const both = rolesOf('clara', { hr: ['clara'] }, UNITS);
  expect([...both].sort()).toEqual(['employee', 'hr', 'manager']);
});

test.each(['north-1', 'nina', 'stranger'])(
  'a forged click of %s on anything of HR’s is refused, and nothing changes',
  async (person) => {
    const firm = await town();
    await firm.at(week(0).tuesday);
    const { store } = firm.ports;
    const state = async () => ({
      rounds: await store.rounds.list({}),
      campaigns: await store.campaigns.list(),
      org: await store.org.load(),
      leavers: await store.leavers.list(),
      audit: await store.audit.list(10),
    });
    const before = await state();
    for (const what of ONLY_HR) {
      for (const about of ['', 'pulse', week(0).round]) {
        const { say, ...rest } = await firm.reply(
          what === 'campaign' || what === 'leaver'
            ? { kind: 'submit', form: what, person, about, fields: { name: ['Mine'] } }
            : { kind: 'action', action: what, person, about },
        );
        expect(say?.summary, what).toBe(english.refusal.notAllowed);
        expect(rest).toEqual({});
      }
    }
    expect((await firm.type(person, 'admin')).say?.summary).toBe(english.refusal.notAllowed);
    await firm.at(new Date(week(0).tuesday.getTime() + 60_000));
    expect(await state()).toEqual(before);
  },
);

/** What soundings.yaml may say, and every fault in it at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { USUAL_EXITS } from '../../src/exit/rules.ts';
import { parseSurvey } from '../../src/survey/parse-survey.ts';
import { configOf, faultsOf, folderWith, SMALL } from './given.ts';

describe('soundings.yaml', () => {
  const organisationOf = async (yaml: string, files: Readonly<Record<string, string>> = {}) => {
    const folder = folderWith({ 'soundings.yaml': yaml, ...files });
    const { organisation } = await configOf({}, folder);
    if (!organisation) throw new Error('The demonstration would run.');
    return { folder, ...organisation };
  };
  const faults = (yaml: string, files: Readonly<Record<string, string>> = {}) =>
    faultsOf({}, folderWith({ 'soundings.yaml': yaml, ...files }));

  test('the least that it must say, and every default', async () => {
    const { folder, programme, peopleFile, unitsFile } = await organisationOf(SMALL);
    expect([peopleFile, unitsFile]).toEqual([
      join(folder, 'people.csv'),
      join(folder, 'units.csv'),
    ]);
    expect(programme).toMatchObject({
      organisation: 'Small',
      timezone: 'UTC',
      locale: 'en',
      hr: [],
    });
    const [campaign, ...others] = programme.campaigns;
    expect(others).toEqual([]);
    expect(campaign).toMatchObject({
      ...{ id: 'pulse', name: 'pulse', perRound: 3, askAt: '10:00', floor: 5, audience: [] },
      cadence: {
        every: 'week',
        opens: { weekday: 1, time: '09:00' },
        closes: { weekday: 5, time: '17:00' },
        timezone: 'UTC',
        starts: '2024-01-01',
      },
      comment: { kind: 'free-text', id: 'comment' },
    });
    expect(programme).toMatchObject({
      quiet: { workingDays: [1, 2, 3, 4, 5], quietDays: [], holidays: true },
      pingsPerMonth: 12,
    });
    expect(campaign).toMatchObject({ reminders: 2 });
    expect(campaign).not.toHaveProperty('askUntil');
    const drivers = campaign?.questions.map(({ driver }) => driver);
    expect(new Set(drivers).size).toBe(campaign?.questions.length);
  });

  test('how exit interviews are run: what is usual, or what it says', async () => {
    const usual = await organisationOf(SMALL);
    expect(usual.programme.exits).toEqual(USUAL_EXITS);
    expect(usual).not.toHaveProperty('leaversFile');
    const { folder, programme, leaversFile } = await organisationOf(`organisation:
  name: Small
  timezone: UTC
  leavers: hr/leavers.csv
exits:
  ask_days_before: 5
  period: half-year
  delay_days: 14
  keep_months: 12
  later_months: 6
  contacts:
    - { name: Works council, reach: room 12 }
`);
    expect(leaversFile).toBe(join(folder, 'hr/leavers.csv'));
    expect(programme.exits).toEqual({
      ...{ askDaysBefore: 5, period: 'half-year', delayDays: 14, keepMonths: 12, laterMonths: 6 },
      contacts: [{ name: 'Works council', reach: 'room 12' }],
    });
  });

  test('every fault in how exit interviews are run, each with its line', async () => {
    const found = await faults(`organisation: { name: Small, timezone: UTC, leavers: "" }
exits:
  ask_days_before: 0
  period: week
  delay_days: 13
  keep_months: 1.5
  later_months: soon
  contacts:
    - { name: "", reach: here, phone: 1 }
  floor: 3
`);
    expect(found.map((each) => /line \d+: "[^"]*"/.exec(each)?.[0]).sort()).toEqual(
      [
        'line 1: "organisation.leavers"',
        'line 3: "exits.ask_days_before"',
        'line 4: "exits.period"',
        'line 5: "exits.delay_days"',
        'line 6: "exits.keep_months"',
        'line 7: "exits.later_months"',
        'line 9: "exits.contacts.0.name"',
        'line 9: "exits.contacts.0"',
        'line 3: "exits"',
      ].sort(),
    );
    expect(found.join()).toContain('from 14 to 365');
  });

  test('relative paths start at the file, wherever the program was started', async () => {
    const folder = folderWith({
      'org/my.yaml': SMALL.replace('timezone', 'people: ../p.csv, units: u.csv, timezone'),
    });
    const { organisation } = await configOf({ SOUNDINGS_CONFIG: 'org/my.yaml' }, folder);
    expect(organisation?.peopleFile).toBe(join(folder, 'p.csv'));
    expect(organisation?.unitsFile).toBe(join(folder, 'org/u.csv'));
  });

  test('both files of docs/formats.md are valid, and say what the page says', async () => {
    const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    const [survey = '', soundings = ''] = blocks;
    const parsed = parseSurvey(survey, 'survey.yaml');
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
    expect(parsed.survey.questions.map(({ kind }) => kind)).toEqual([
      ...['five-point', 'zero-to-ten', 'single-choice', 'several-choices', 'free-text'],
    ]);
    expect([...(parsed.survey.rounds ?? [])]).toEqual([
      ['spring', ['clear', 'friends']],
      ['autumn', ['clear', 'place', 'tools', 'why']],
    ]);
    const { programme } = await organisationOf(soundings, { 'survey.yaml': survey });
    expect(programme).toMatchObject({ locale: 'de', hr: ['p01'], timezone: 'Europe/Berlin' });
    expect(programme.quiet?.quietDays).toEqual([{ from: '2026-12-24', to: '2027-01-01' }]);
    expect(programme.campaigns[0]).toMatchObject({ askAt: '10:00', askUntil: '10:30' });
    expect(programme.campaigns.map(({ id, audience }) => [id, audience])).toEqual([
      ['pulse', []],
      ['kitchen', ['kitchen']],
    ]);
    expect(programme.campaigns[1]).toMatchObject({ floor: 5, cadence: { every: 'month' } });
  });

  test.each([
    ['pulse-full', 42, 1000],
    ['[recommend]', 1, 1],
    ['own.yaml', 1, 1],
  ])('questions: %s', async (questions, least, most) => {
    const own = 'questions: [{ id: own, kind: five-point, text: Own }]';
    const { programme } = await organisationOf(`${SMALL}  questions: ${questions}\n`, {
      'own.yaml': own,
    });
    const found = programme.campaigns[0]?.questions.length ?? 0;
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  test('every fault at once, each with its line', async () => {
    const found = await faults(`organisation:
  name: ""
  timezone: Mars/Base
  language: e n
  salaries: salaries.csv
  working_days: [noday]
  quiet_days: [2027-01-01..2026-12-24]
  pings_per_month: 0
minimum: 2
campaigns:
- id: Pulse!
  per_round: 4
  comment: maybe
  every: day
  opens: someday 09:00
  closes: friday 25:00
  ask_at: noon
  reminders: 3
  starts: 2026-02-30
  colour: red
`);
    expect(found.map((each) => /line \d+: "[^"]*"/.exec(each)?.[0]).sort()).toEqual(
      [
        'line 2: "organisation.name"',
        'line 3: "organisation.timezone"',
        'line 4: "organisation.language"',
        'line 6: "organisation.working_days.0"',
        'line 7: "organisation.quiet_days.0"',
        'line 8: "organisation.pings_per_month"',
        'line 2: "organisation"',
        'line 9: "minimum"',
        'line 11: "campaigns.0.id"',
        'line 12: "campaigns.0.per_round"',
        'line 13: "campaigns.0.comment"',
        'line 14: "campaigns.0.every"',
        'line 15: "campaigns.0.opens"',
        'line 16: "campaigns.0.closes"',
        'line 17: "campaigns.0.ask_at"',
        'line 18: "campaigns.0.reminders"',
        'line 19: "campaigns.0.starts"',
        'line 11: "campaigns.0"',
      ].sort(),
    );
    expect(found.join()).toContain('"salaries"');
    expect(found.join()).toContain('"colour"');
  });

  test.each([
    ['is empty', '', /line 1/],
    ['is no YAML', 'organisation: [', /line 1: This is no YAML/],
    ['names a key twice', `${SMALL}minimum: 5\nminimum: 6\n`, /line 5: This is no YAML/],
    ['has a campaign twice', `${SMALL}- id: pulse\n`, /campaign id twice/],
    ['gives a campaign the id of a release', `${SMALL}- id: exit\n`, /"campaigns.1.id": is the/],
    ['gives it that of the second wave', `${SMALL}- id: exit-later\n`, /name of exit interviews/],
    ['names a stock question that there is not', `${SMALL}  questions: [gone]\n`, /"gone"/],
    ['names a stock question twice', `${SMALL}  questions: [recommend, recommend]\n`, /twice/],
    ['names a survey file that there is not', `${SMALL}  questions: gone.yaml\n`, /"gone.yaml"/],
  ])('it %s', async (_, yaml, expected) => {
    expect(await faults(yaml)).toEqual([expect.stringMatching(expected)]);
  });

  test('faults of a campaign’s survey file name that file and its lines', async () => {
    const own = 'questions:\n- id: a b\n  kind: five-point\n  text: T\n- id: c\n  kind: five\n';
    const found = await faults(`${SMALL}  questions: own.yaml\n- id: b\n  questions: gone.yaml\n`, {
      'own.yaml': own,
    });
    expect(found.sort()).toEqual([
      expect.stringMatching(/^own.yaml, line 2: "questions.0.id"/),
      expect.stringMatching(/^own.yaml, line 6: "questions.1.kind"/),
      expect.stringMatching(/^soundings.yaml.*"gone.yaml"/),
    ]);
  });

  test('a survey’s own question "comment" beside the round’s comment is refused: their ballots would mix', async () => {
    const own = 'questions: [{ id: comment, kind: five-point, text: T }]';
    const yaml = `${SMALL}  questions: own.yaml\n`;
    expect(await faults(yaml, { 'own.yaml': own })).toEqual([expect.stringMatching(/"comment"/)]);
    expect(await faults(`${yaml}  comment: false\n`, { 'own.yaml': own })).toEqual([]);
  });
});

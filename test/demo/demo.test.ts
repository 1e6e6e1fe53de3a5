/** The invented company is well formed, and its people answer every kind of question. */
import { describe, expect, test } from 'vitest';
import { type DemoAnswer, demoAnswers } from '../../src/demo/answers.ts';
import {
  COMPANY_NAME,
  DEMO_FIRST,
  DEMO_HR,
  DEMO_TIMEZONE,
  demoCompany,
} from '../../src/demo/company.ts';
import { homeUnit } from '../../src/org/person.ts';
import { pathToRoot, subtree } from '../../src/org/unit.ts';
import { type Question, TEXT_LIMIT } from '../../src/survey/question.ts';

const company = demoCompany();
const units = new Map(company.units.map((unit) => [unit.id, unit]));
const people = new Map(company.people.map((person) => [person.id, person]));
const home = new Map(company.people.map((person) => [person.id, homeUnit(person, units)]));
const teams = company.units.filter(({ id }) => pathToRoot(units, id).length === 3);
const sizeOf = (unit: string) => [...home.values()].filter((id) => id === unit).length;

const text = { en: 'A question' };
const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: text }));
const scale = (id: string): Question => ({ kind: 'five-point', id, text, labels: [] });
const COMMENT: Question = { kind: 'free-text', id: 'comment', text };
const RECOMMEND: Question = { kind: 'zero-to-ten', id: 'recommend', text, low: text, high: text };
const SINGLE: Question = { kind: 'single-choice', id: 'single', text, options };
const SEVERAL: Question = { kind: 'several-choices', id: 'several', text, options };
const EVERY_KIND = [scale('pay'), RECOMMEND, SINGLE, SEVERAL, COMMENT];

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const share = <T>(items: readonly T[], is: (item: T) => boolean) =>
  items.filter(is).length / items.length;
const favourable = (answers: readonly DemoAnswer[]) =>
  share(answers, ({ value }) => Number(value) >= 4);

/** Answers to the item of `driver` from `unit` and below, over rounds. */
function heard(unit: string, driver: string, rounds: readonly number[]): DemoAnswer[] {
  const below = subtree(company.units, unit);
  return rounds
    .flatMap((round) => demoAnswers(company, round, [scale(driver)]))
    .filter(({ person }) => below.has(home.get(person) ?? ''));
}

describe('the company', () => {
  test('has a name, about 180 people and 20 units under one root, in three levels', () => {
    expect(COMPANY_NAME).not.toBe('');
    expect(company.people.length).toBeGreaterThanOrEqual(170);
    expect(company.people.length).toBeLessThanOrEqual(190);
    expect(company.units).toHaveLength(20);
    expect(company.units.filter(({ parent }) => parent === undefined)).toHaveLength(1);
    const depths = company.units.map(({ id }) => pathToRoot(units, id).length);
    expect(new Set(depths)).toEqual(new Set([1, 2, 3]));
    expect(depths.filter((depth) => depth === 2).length).toBeGreaterThanOrEqual(4);
  });

  test('has unique, readable ids for people and units, and everyone is in a unit', () => {
    expect(people.size).toBe(company.people.length);
    expect(units.size).toBe(company.units.length);
    for (const person of company.people) {
      expect(person.id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+$/);
      expect(person.email).toMatch(new RegExp(`^${person.id}@[a-z-]+\\.example$`));
      expect(units.has(person.unit)).toBe(true);
    }
  });

  test('folds the marks of names in ids', () => {
    expect(people.get('elif.gunes')?.name).toBe('Elif Güneş');
    expect(people.get('emine.sarikaya')?.name).toBe('Emine Sarıkaya');
  });

  test('lists the manager of every unit in the unit that they lead', () => {
    for (const { id, manager } of company.units) expect(people.get(manager ?? '')?.unit).toBe(id);
  });

  test('has teams of 3 to 25, some of them 3, 4, 5, 6 and 8', () => {
    const sizes = teams.map(({ id }) => sizeOf(id));
    expect(Math.min(...sizes)).toBe(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25);
    expect(sizes).toEqual(expect.arrayContaining([3, 4, 5, 6, 8]));
  });

  test('spans the zones and languages of the world it sells to', () => {
    const zones = new Set(company.people.map(({ timezone }) => timezone));
    expect([...zones]).toEqual(
      expect.arrayContaining([
        'Europe/Berlin',
        'Europe/London',
        'America/New_York',
        'America/Los_Angeles',
        'Asia/Kolkata',
        'Asia/Tokyo',
        'Australia/Sydney',
      ]),
    );
    for (const timeZone of [...zones, DEMO_TIMEZONE]) {
      expect(() => new Intl.DateTimeFormat('en', { ...(timeZone && { timeZone }) })).not.toThrow();
    }
    const locales = new Set(company.people.map(({ locale }) => locale));
    expect(locales).toEqual(new Set(['en', 'en-GB', 'en-US', 'de', 'fr', 'es']));
  });

  test('hired everyone on a Monday from 2015 to October 2026', () => {
    for (const { startDate = '' } of company.people) {
      expect(startDate >= '2015-01-01' && startDate <= '2026-10-31').toBe(true);
      expect(new Date(startDate).getUTCDay()).toBe(1);
    }
  });

  test('is met first through an ordinary employee whose team has figures in every round', () => {
    const first = people.get(DEMO_FIRST);
    const manager = people.get(units.get(first?.unit ?? '')?.manager ?? '');
    for (const person of [first, manager]) {
      expect(person).toMatchObject({ locale: 'en', timezone: 'Europe/Berlin' });
    }
    expect(manager).not.toBe(first);
    expect(sizeOf(first?.unit ?? '')).toBeGreaterThanOrEqual(8);
    expect(sizeOf(first?.unit ?? '')).toBeLessThanOrEqual(12);
    for (const round of range(0, 16)) {
      expect(heard(first?.unit ?? '', 'pay', [round]).length).toBeGreaterThanOrEqual(7);
    }
  });

  test('has people with the HR role', () => {
    expect(DEMO_HR.length).toBeGreaterThan(0);
    for (const id of DEMO_HR) expect(people.has(id)).toBe(true);
  });

  test('is the same every time', () => expect(demoCompany()).toEqual(company));
});

describe('answers', () => {
  const rounds = range(0, 12);
  const everything = rounds.flatMap((round) => demoAnswers(company, round, EVERY_KIND));
  const to = (question: Question) => everything.filter((answer) => answer.question === question.id);

  test('are the same for the same arguments, and differ by round and by seed', () => {
    const once = demoAnswers(company, 3, EVERY_KIND);
    expect(demoAnswers(demoCompany(), 3, EVERY_KIND)).toEqual(once);
    expect(demoAnswers(company, 4, EVERY_KIND)).not.toEqual(once);
    expect(demoAnswers(company, 3, EVERY_KIND, 8)).not.toEqual(once);
  });

  test('come from 70 to 80 % of people, from some of them rarely', () => {
    const given = to(RECOMMEND);
    const rates = company.people.map(
      ({ id }) => given.filter(({ person }) => person === id).length / rounds.length,
    );
    expect(mean(rates)).toBeGreaterThan(0.7);
    expect(mean(rates)).toBeLessThan(0.8);
    expect(share(rates, (rate) => rate < 0.3)).toBeGreaterThan(0.03);
    expect(share(rates, (rate) => rate > 0.9)).toBeGreaterThan(0.25);
  });

  test('answer every question of the round, with a value that the question has', () => {
    const values = options.map(({ value }) => value);
    const valid = {
      pay: /^[1-5]$/,
      recommend: /^(\d|10)$/,
      single: /^[a-d]$/,
      several: /^[a-d](,[a-d])*$/,
      comment: /^[^{}]*$/,
    };
    for (const question of EVERY_KIND) expect(to(question)).toHaveLength(to(RECOMMEND).length);
    for (const { question, value } of everything) {
      expect(value).toMatch(valid[question as keyof typeof valid]);
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(TEXT_LIMIT);
    }
    expect(new Set(to(SINGLE).map(({ value }) => value))).toEqual(new Set(values));
    for (const { value } of to(SEVERAL)) {
      expect(value.split(',')).toEqual(
        values.filter((option) => value.split(',').includes(option)),
      );
    }
  });

  test('to a question whose favourable side is 1 and 2 are turned round', () => {
    const turned = { ...scale('pay'), favourable: [1, 2], unfavourable: [4, 5] } as Question;
    const straight = demoAnswers(company, 0, [scale('pay')]).map(({ value }) => 6 - Number(value));
    expect(demoAnswers(company, 0, [turned]).map(({ value }) => Number(value))).toEqual(straight);
  });

  test('from 0 to 10 are about 35 % 9 and 10, 40 % 7 and 8, 25 % below', () => {
    const scores = range(0, 20)
      .flatMap((seed) => demoAnswers(company, 0, [RECOMMEND], seed))
      .map(({ value }) => Number(value));
    expect(Math.abs(share(scores, (score) => score >= 9) - 0.35)).toBeLessThan(0.03);
    expect(Math.abs(share(scores, (score) => score <= 6) - 0.25)).toBeLessThan(0.03);
  });
});

describe('comments', () => {
  const all = range(0, 12).flatMap((round) => demoAnswers(company, round, [COMMENT]));
  const written = all.filter(({ value }) => value !== '');

  test('are written by about a quarter of those who answer; the others seal an empty one', () => {
    expect(Math.abs(share(all, ({ value }) => value !== '') - 0.25)).toBeLessThan(0.03);
  });

  test('are for HR in about 15 of 100', () => {
    expect(Math.abs(share(written, ({ reader }) => reader === 'hr') - 0.15)).toBeLessThan(0.05);
    for (const { reader } of all) expect(['team', 'hr']).toContain(reader);
  });

  test('are in the language of their author', () => {
    const by = (language: string) =>
      written
        .filter(({ person }) => people.get(person)?.locale?.startsWith(language))
        .map(({ value }) => value);
    expect(by('en')).toContain('Nothing to add this week.');
    expect(by('de')).toContain('Ich arbeite gern hier.');
    expect(by('fr')).toContain('Rien à signaler cette semaine.');
    expect(by('es')).toContain('Esta semana, nada que añadir.');
    const all = ['en', 'de', 'fr', 'es'].flatMap((language) => [...new Set(by(language))]);
    expect(all).toHaveLength(new Set(all).size);
  });

  test('name colleagues, addresses, phones and links now and then, and often nothing', () => {
    const firstNames = company.people.map(({ name }) => name.split(' ')[0] ?? name);
    const named = written.filter((a) => firstNames.some((name) => a.value.includes(name)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.length).toBeLessThan(written.length / 2);
    expect(written.some(({ value }) => value.includes('@gannet-vane.example'))).toBe(true);
    expect(written.some(({ value }) => /\d{3} \d{4}/.test(value))).toBe(true);
    expect(written.some(({ value }) => value.includes('https://'))).toBe(true);
  });
});

describe('the stories', () => {
  const change = (unit: string, driver: string, before: number[], after: number[]) =>
    favourable(heard(unit, driver, after)) - favourable(heard(unit, driver, before));

  test('workload gets worse in Instruments from round 8 on, at once', () => {
    expect(change('instruments', 'workload', range(0, 8), range(8, 14))).toBeLessThan(-0.2);
    expect(change('instruments', 'workload', [7], [8])).toBeLessThan(-0.2);
  });

  test('recognition improves in Assembly, step by step', () => {
    const thirds = [range(0, 3), range(4, 7), range(8, 14)];
    const [low = 0, middle = 0, high = 0] = thirds.map((third) =>
      favourable(heard('assembly', 'recognition', third)),
    );
    expect(middle - low).toBeGreaterThan(0.05);
    expect(high - middle).toBeGreaterThan(0.05);
    expect(high - low).toBeGreaterThan(0.25);
  });

  test('growth improves in Software from round 5 on', () => {
    expect(change('software', 'growth', range(0, 5), range(5, 14))).toBeGreaterThan(0.1);
  });

  test('nothing else changes clearly in these parts or elsewhere', () => {
    for (const [unit, driver] of [
      ['instruments', 'pay'],
      ['production', 'workload'],
      ['assembly', 'manager'],
      ['software', 'recognition'],
      ['customers', 'growth'],
      ['company', 'leadership'],
    ] as const) {
      const moved = change(unit, driver, range(0, 7), range(7, 14));
      expect(Math.abs(moved), `${unit} ${driver}`).toBeLessThan(0.1);
    }
  });

  test('are written about by those who live through them', () => {
    const below = subtree(company.units, 'instruments');
    const about = (rounds: number[]) =>
      rounds
        .flatMap((round) => demoAnswers(company, round, [COMMENT]))
        .filter(({ value }) => value.includes('The load is too much'))
        .map(({ person }) => below.has(home.get(person) ?? ''));
    expect(about(range(0, 8))).toEqual([]);
    expect(new Set(about(range(8, 20)))).toEqual(new Set([true]));
  });
});

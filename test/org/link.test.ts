/** Whose account each is. */
import { expect, test } from 'vitest';
import type { Account } from '../../src/org/account.ts';
import { linksOf } from '../../src/org/link.ts';
import type { Person } from '../../src/org/person.ts';

const account = (user: string, more: Partial<Account> = {}): Account => ({
  ...{ platform: 'slack', team: 'T1', user, name: user, active: true, reachable: true },
  ...more,
});
const person = (id: string, email?: string): Person => ({
  ...{ id, name: id, unit: 'all' },
  ...(email !== undefined && { email }),
});
const links = (accounts: Account[], people: Person[]) =>
  linksOf(accounts, people).map(({ key, person: whose }) => [key.user, whose]);

test('by e-mail, however it is written', () => {
  const ada = account('U1', { email: 'ada@example.com' });
  expect(links([ada], [person('p1', 'Ada@Example.com')])).toEqual([['U1', 'p1']]);
});

test('by the id that they were imported under, where the platform tells no e-mail', () => {
  expect(links([account('U1')], [person('U1')])).toEqual([['U1', 'U1']]);
});

test('an e-mail that two people share links neither', () => {
  const shared = account('U1', { email: 'front@example.com' });
  const people = [person('p1', 'front@example.com'), person('p2', 'front@example.com')];
  expect(links([shared], people)).toEqual([]);
});

test('only what has to change is said', () => {
  const linked = account('U1', { email: 'ada@example.com', person: 'p1' });
  expect(links([linked], [person('p1', 'ada@example.com')])).toEqual([]);
});

test('who is deleted there, or no longer listed here, is nobody’s', () => {
  const gone = account('U1', { email: 'ada@example.com', person: 'p1', active: false });
  const left = account('U2', { email: 'bob@example.com', person: 'p2' });
  expect(links([gone, left], [person('p1', 'ada@example.com')])).toEqual([
    ['U1', null],
    ['U2', null],
  ]);
});

test('one person may have several accounts', () => {
  const here = account('U1', { email: 'ada@example.com' });
  const there = account('29:x', { platform: 'teams', email: 'ada@example.com' });
  expect(links([here, there], [person('p1', 'ada@example.com')])).toEqual([
    ['U1', 'p1'],
    ['29:x', 'p1'],
  ]);
});

/** HR's own numbers of those who left a part of the company: from the people file and announcements, never from answers. */
import { homeUnit, type Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import type { Leaver, LeavingKind } from './leaver.ts';
import {
  addMonths,
  firstYearAttrition,
  headCount,
  type Part,
  regrettedShare,
  type Spell,
  turnoverOfMonths,
} from './retention.ts';
import { type SaidTurnover, saidCurve, saidShare, saidTurnover } from './retention-floor.ts';
import { observations } from './tenure-curve.ts';

export interface RetentionReport {
  /** Of the last whole months, at most twelve, since leavers are on record. */
  readonly months: number;
  readonly turnover: SaidTurnover | { readonly said: 'nothing'; readonly because: 'no-records' };
  readonly firstYear?: Part;
  readonly regretted?: Part;
  readonly curve: ReturnType<typeof saidCurve>;
}

const CHOICE: Readonly<Record<LeavingKind, NonNullable<Spell['choice']>>> = {
  resigned: 'voluntary',
  agreed: 'other',
  retired: 'other',
  'contract-ended': 'other',
  'job-cut': 'involuntary',
  dismissed: 'involuntary',
  other: 'other',
};

/** Of whom the file doesn't say it: they were here before anybody else. */
const LONG_AGO = '1900-01-01';
const MONTHS = 12;

/** `today`: `YYYY-MM-DD`. */
export function retentionReport(
  org: Organisation,
  leavers: readonly Leaver[],
  unit: string,
  today: string,
  floor: number,
): RetentionReport {
  const spells = spellsOf(org, leavers, unit, today);
  const begun = leavers.map(({ announcedAt }) => announcedAt.toISOString().slice(0, 10)).sort();
  const recordsFrom = begun[0] ?? today;
  const heads = headCount(spells, today);
  const { first, months } = wholeMonths(recordsFrom, today);
  const left = months > 0 ? turnoverOfMonths(spells, first, months) : undefined;
  const known = spells.filter(({ start }) => start !== LONG_AGO);
  const firstYear = saidShare(firstYearAttrition(known, recordsFrom, today, today), heads, floor);
  const regretted = saidShare(regrettedShare(spells, `${first}-01`, today), heads, floor);
  return {
    months,
    turnover: left ? saidTurnover(left, months, floor) : { said: 'nothing', because: 'no-records' },
    ...(firstYear && { firstYear }),
    ...(regretted && { regretted }),
    curve: saidCurve(observations(known, today, recordsFrom), heads, floor),
  };
}

/** Who is here, and who has left. Somebody who came back has two. */
export function spellsOf(
  { people, units }: Organisation,
  leavers: readonly Leaver[],
  unit: string,
  today: string,
): Spell[] {
  const below = subtree(units, unit);
  const tree = new Map(units.map((each) => [each.id, each]));
  const gone = leavers.filter(({ state, lastDay }) => state !== 'withdrawn' && lastDay < today);
  const stays = people.filter(({ id, startDate }) => {
    const end = gone.find(({ person }) => person === id)?.lastDay;
    return end === undefined || (startDate !== undefined && startDate > end);
  });
  return [
    ...stays
      .filter((person) => below.has(homeUnit(person, tree)))
      .map(({ startDate }) => ({ start: startDate ?? LONG_AGO })),
    ...gone
      .filter((leaver) => below.has(leaver.unit))
      .map(({ startDate, lastDay, kind, regretted }): Spell => {
        return {
          start: startDate ?? LONG_AGO,
          end: lastDay,
          ...(kind && { choice: CHOICE[kind] }),
          ...(regretted !== undefined && { regretted }),
        };
      }),
  ];
}

/** The last whole months that lie after `from`, at most twelve; `first` is a month, `YYYY-MM`. */
function wholeMonths(from: string, today: string): { first: string; months: number } {
  const thisMonth = `${today.slice(0, 7)}-01`;
  for (let months = MONTHS; months > 0; months--) {
    const first = addMonths(thisMonth, -months);
    if (first >= from) return { first: first.slice(0, 7), months };
  }
  return { first: thisMonth.slice(0, 7), months: 0 };
}

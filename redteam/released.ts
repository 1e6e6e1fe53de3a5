/** From what was released of leavers to what the attacker works with: pools of people, and everything said of them. */
import type { Pool } from '../src/ballot/pools.ts';
import { blocksOf, NUMBERS, placedIn, type Release } from '../src/exit/exit-blocks.ts';
import { insideOf, type Offers, type Part, recentOf, type Said } from '../src/exit/exit-figures.ts';
import type { ExitReport, Line } from '../src/exit/exit-report.ts';
import type { Wave } from '../src/exit/leaver.ts';
import { type LeaverCast, placeLeavers } from '../src/exit/leaver-pools.ts';
import { subtree } from '../src/org/unit.ts';
import { EXIT_QUESTIONS } from '../src/stock/exit.ts';
import { gridQuestionId } from '../src/stock/exit-offer.ts';
import { readAnswer } from '../src/survey/answer.ts';
import { cells, type ScoredQuestion } from '../src/survey/question.ts';
import { type Asking, countOf, type Group, type Member, type Published } from './asking.ts';
import type { ExitYear, Reading, Told } from './leavers.ts';

/** Of several choices an answer is no single cell. */
const ASKED = EXIT_QUESTIONS.filter(
  (question): question is ScoredQuestion =>
    question.kind !== 'free-text' && question.kind !== 'several-choices',
);
const WAVES: readonly Wave[] = ['door', 'later'];

/** All that was said of a question in a year, as one asking: what a leaver answered once, all releases are about. */
export function exitAskingsOf(year: ExitYear): Asking[] {
  return WAVES.flatMap((wave) =>
    ASKED.flatMap((question): Asking[] => {
      const pools = poolsOf(year, wave, question);
      if (pools.size === 0) return [];
      const published = new Map<string, Published>();
      for (const reading of year.readings) {
        for (const each of publishedIn(reading, wave, question)) {
          published.set(JSON.stringify(each), each);
        }
      }
      const groups = [...pools].map(([id, members]): Group => ({ id, members }));
      return [{ ...named(year, wave, question), groups, published: [...published.values()] }];
    }),
  );
}

/** What others would show: with every release the counts of all who have left a unit so far, from k on. */
export function brokenExitAskingsOf(year: ExitYear): Asking[] {
  const releases = year.readings.at(-1)?.waves.door ?? [];
  const units = releases.at(-1)?.round.units ?? [];
  return ASKED.map((question) => {
    const groups = releases.flatMap(({ round }) =>
      units.map(({ id }) => {
        const mine = toldIn(year, 'door', round.id, question).filter(({ unit }) => unit === id);
        return {
          id: `${round.id}/${id}`,
          release: round.id,
          unit: id,
          members: membersAmong(mine, question),
        };
      }),
    );
    const published = releases.flatMap(({ round }, i) => {
      const so = new Set(releases.slice(0, i + 1).map((each) => each.round.id));
      return units.flatMap(({ id }): Published[] => {
        const below = subtree(units, id);
        const mine = groups.filter((group) => so.has(group.release) && below.has(group.unit));
        const members = mine.flatMap((group) => group.members);
        if (members.length < year.floor) return [];
        const said = { shown: 'histogram', tally: countOf(members, cells(question)) } as const;
        return [{ unit: `${round.id}/${id}`, groups: mine.map((group) => group.id), said }];
      });
    });
    return { ...named(year, 'door', question), groups, published };
  });
}

function named({ floor }: ExitYear, wave: Wave, question: ScoredQuestion) {
  return { round: wave, week: 0, question, floor };
}

function toldIn({ told }: ExitYear, wave: Wave, round: string, question: ScoredQuestion): Told[] {
  return told.filter(
    (each) => each.wave === wave && each.round === round && each.answers.has(question.id),
  );
}

/** Of those who are counted together the first tells the attacker the own answer. */
function membersAmong(some: readonly Told[], question: ScoredQuestion): Member[] {
  return some.map(({ person, answers }, i) => {
    const answer = readAnswer(question, answers.get(question.id) ?? []);
    if (!('cells' in answer)) throw new Error(`${person} did not answer ${question.id}.`);
    return { person, answer: answer.cells[0] ?? 0, colluder: i === 0 };
  });
}

/** Who is in which pool, by the product's own rule; checked against the counts that it stored. */
function poolsOf(year: ExitYear, wave: Wave, question: ScoredQuestion): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  let carried: readonly LeaverCast[] = [];
  for (const { round, pools } of year.readings.at(-1)?.waves[wave] ?? []) {
    const mine = toldIn(year, wave, round.id, question).map(
      (each): LeaverCast => ({
        ...{ unit: each.unit, jobFamily: each.jobFamily, n: 1 },
        tally: mark(year.told.indexOf(each), year.told.length, 1),
      }),
    );
    const placed = placeLeavers(round.units, [...carried, ...mine], round.floor);
    for (const pool of placed.pools) {
      const members = membersAmong(
        marked(pool).flatMap((i) => year.told[i] ?? []),
        question,
      );
      const stored = (pools.get(question.id) ?? []).find(
        (each) => idOf(round.id, each) === idOf(round.id, pool),
      );
      const counted = countOf(members, cells(question)).join();
      if (stored?.tally.join() !== counted) {
        throw new Error(
          `${idOf(round.id, pool)} of ${question.id}: counted ${stored?.tally}, said ${counted}.`,
        );
      }
      found.set(idOf(round.id, pool), members);
    }
    carried = placed.left;
  }
  return found;
}

function idOf(release: string, { unit, jobFamily = '' }: Pool): string {
  return `${release}/${unit}/${jobFamily}`;
}

/** A tally by which something is recognised in whatever sum it becomes a part of. */
function mark(place: number, length: number, n: number): number[] {
  return Array.from({ length }, (_, i) => (i === place ? n : 0));
}

function marked({ tally }: Pool): number[] {
  return tally.flatMap((count, i) => (count > 0 ? [i] : []));
}

function publishedIn(
  { at, waves, reports }: Reading,
  wave: Wave,
  question: ScoredQuestion,
): Published[] {
  const behind = poolsBehind(waves[wave], question.id, at);
  return reports.flatMap((report) =>
    saidIn(report, wave, question.id).map(({ part, said }): Published => {
      const { groups, units } = behind(part);
      if (units.toSorted().join() !== said.pools.toSorted().join()) {
        throw new Error(
          `${question.id} of ${JSON.stringify(part)}: pools of ${said.pools}, not of ${units}.`,
        );
      }
      const what = said.shown === 'figure' ? said.figure : { shown: said.shown, named: said.named };
      return { unit: JSON.stringify(part), groups, said: what };
    }),
  );
}

function saidIn(report: ExitReport, wave: Wave, id: string): { part: Part; said: Said }[] {
  const part = { unit: report.unit };
  const of = (lines: readonly Line[]) => lines.filter(({ question }) => question.id === id);
  const on = (offers: Offers | undefined) =>
    offers?.all.filter(({ aspect }) => gridQuestionId(aspect) === id) ?? [];
  if (wave === 'later')
    return of(report.later.map(({ later }) => later)).map(({ said }) => ({ part, said }));
  return [
    ...[...of(report.lines), ...on(report.offers)].map(({ said }) => ({ part, said })),
    ...report.families.flatMap(({ name, lines, offers }) =>
      [...of(lines), ...on(offers)].map(({ said }) => ({ part: { jobFamily: name }, said })),
    ),
  ];
}

/** The pools that a statement on a part is about at this moment: of blocks, where they are enough for numbers. */
function poolsBehind(releases: readonly Release[], question: string, now: Date) {
  const all = releases.flatMap(({ round, pools }) =>
    (pools.get(question) ?? []).map((pool) => idOf(round.id, pool)),
  );
  const known = releases.map((release): Release => {
    const pools = (release.pools.get(question) ?? []).map((pool) => ({
      ...pool,
      tally: mark(all.indexOf(idOf(release.round.id, pool)), all.length, pool.n),
    }));
    return { ...release, pools: new Map([[question, pools]]) };
  });
  const recent = recentOf(known, now);
  const units = releases.at(-1)?.round.units ?? [];
  const place = placedIn(units);
  const pools = recent.flatMap((release) => (release.pools.get(question) ?? []).map(place));
  const blocks = blocksOf(question, known)
    .filter(({ release }) => recent.some(({ round }) => round.id === release))
    .map(place);
  return (part: Part) => {
    const inside = insideOf(part, units);
    const numbers = blocks.filter(inside);
    const enough = numbers.reduce((sum, { n }) => sum + n, 0) >= NUMBERS;
    const mine = enough ? numbers : pools.filter(inside);
    return {
      groups: mine.flatMap(marked).map((i) => all[i] ?? ''),
      units: [...new Set(mine.map(({ unit }) => unit))],
    };
  };
}

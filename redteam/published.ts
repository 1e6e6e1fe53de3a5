/** From what was published to what the attacker works with: groups of people, and figures about whole groups. */
import type { Figure } from '../src/anonymity/figure.ts';
import { subtree } from '../src/org/unit.ts';
import type { ScoredQuestion } from '../src/survey/question.ts';
import { type Asking, countOf, type Group, type Member, type Published } from './asking.ts';
import type { Week } from './year.ts';

/** Every figure in every digest of the week, as the ledger says. */
export function askingsOf(week: Week): Asking[] {
  return scored(week).map((question) => {
    const groups = (week.result.pools.get(question.id) ?? []).map(({ unit, from }): Group => {
      return { id: unit, members: membersIn(week, question, new Set(from)) };
    });
    const found = new Map<string, Published>();
    for (const { question: about, from, pools, said } of week.ledger) {
      if (about !== question.id || !isFigure(said)) continue;
      found.set(from, { unit: from, groups: pools, said });
    }
    return { ...named(week, question), groups, published: [...found.values()] };
  });
}

/** What most vendors would have published of the same answers: every unit with k answers, its exact histogram. */
export function brokenAskingsOf(week: Week): Asking[] {
  const { units } = week.round;
  return scored(week).map((question) => {
    const groups = units
      .map(({ id }): Group => ({ id, members: membersIn(week, question, new Set([id])) }))
      .filter(({ members }) => members.length > 0);
    const published = units.flatMap(({ id }): Published[] => {
      const below = subtree(units, id);
      const mine = groups.filter((group) => below.has(group.id));
      const members = mine.flatMap((group) => group.members);
      if (members.length < week.round.floor) return [];
      const said = { shown: 'histogram', tally: countOf(members, 5) } as const;
      return [{ unit: id, groups: mine.map((group) => group.id), said }];
    });
    return { ...named(week, question), groups, published };
  });
}

function named({ number, round }: Week, question: ScoredQuestion) {
  return { round: round.id, week: number, question, floor: round.floor };
}

function scored({ round }: Week): ScoredQuestion[] {
  return round.questions.filter((question) => question.kind !== 'free-text');
}

function membersIn(
  { truth }: Week,
  question: ScoredQuestion,
  units: ReadonlySet<string>,
): Member[] {
  const members: Member[] = [];
  for (const [person, { home, colluder, answers }] of truth) {
    const answer = answers.get(question.id);
    if (answer !== undefined && units.has(home)) members.push({ person, answer, colluder });
  }
  return members;
}

type LedgerSaid = Week['ledger'][number]['said'];

/** All else follows from these, which is what worlds.ts tries: figures alike, everything alike. */
function isFigure(said: LedgerSaid): said is Figure {
  return ['band', 'distribution', 'options'].includes(said.shown);
}

/** The attacker's integer program: how many of each group chose each option, so that every published figure holds. */
import { cells } from '../src/survey/question.ts';
import { type Asking, countOf, type Group, membersOf } from './asking.ts';
import { saysOf } from './rows.ts';

/** Answers that the attacker can't tell apart: a whole pool, or one person. */
interface Block {
  readonly size: number;
  /** Options of the colluders in it. */
  readonly known: readonly number[];
  /** What was really answered; one solution of the program. */
  readonly truth: readonly number[];
}

/** `low` <= sum over `blocks` of the weighted counts <= `high`. */
interface Row {
  readonly blocks: readonly number[];
  readonly weights: readonly number[];
  readonly low: number;
  readonly high: number;
}

export interface Program {
  readonly options: number;
  readonly blocks: readonly Block[];
  /** What was published. */
  readonly rows: readonly Row[];
}

/** One asking by itself: people of a group are alike. */
export function programOf(asking: Asking): Program {
  const options = cells(asking.question);
  const index = new Map(asking.groups.map(({ id }, i) => [id, i]));
  return {
    options,
    blocks: asking.groups.map(({ members }) => blockOf(members, options)),
    rows: asking.published.flatMap(({ groups, said }) => {
      const blocks = groups.flatMap((id) => index.get(id) ?? []);
      const n = membersOf(asking, groups).length;
      return saysOf(asking.question, n, said).map((says) => ({ ...says, blocks }));
    }),
  };
}

export interface Linked extends Program {
  /** Person of each block. */
  readonly people: readonly string[];
}

/** Several askings of one question, by an attacker who takes it that nobody has changed their mind between them. */
export function linkedProgramOf(askings: readonly Asking[]): Linked {
  const everyone = new Map(
    askings
      .flatMap(({ groups }) => groups.flatMap(({ members }) => members))
      .map((each) => [each.person, each]),
  );
  const options = askings[0] ? cells(askings[0].question) : 0;
  const people = [...everyone.keys()];
  const index = new Map(people.map((person, i) => [person, i]));
  return {
    options,
    people,
    blocks: [...everyone.values()].map((member) => blockOf([member], options)),
    rows: askings.flatMap((asking) =>
      asking.published.flatMap(({ groups, said }) => {
        const members = membersOf(asking, groups);
        const blocks = members.flatMap(({ person }) => index.get(person) ?? []);
        return saysOf(asking.question, members.length, said).map((says) => ({ ...says, blocks }));
      }),
    ),
  };
}

function blockOf(members: Group['members'], options: number): Block {
  return {
    size: members.length,
    known: countOf(
      members.filter(({ colluder }) => colluder),
      options,
    ),
    truth: countOf(members, options),
  };
}

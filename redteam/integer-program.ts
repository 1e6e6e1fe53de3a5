/** Attack: which options does everything published leave to each person? */
import type { Asking } from './asking.ts';
import { type Chance, chance } from './chance.ts';
import { linkedProgramOf, type Program, programOf } from './program.ts';
import { canHaveChosen } from './repair.ts';
import type { Solver } from './solve.ts';

/** Answers of people other than colluders. */
export interface Narrowed {
  readonly answers: number;
  /** One option left. */
  readonly determined: number;
  /** Two options left or fewer, where fewer than ten answers were counted together. */
  readonly narrowed: number;
  readonly answersUnderTen: number;
}

export interface Tools {
  readonly seed: number;
  /** Asked where a quick search has found no solution. Absent: what was not found counts as impossible. */
  readonly solve?: Solver;
  /** Asks the solver only about people who would be left with a single option. */
  readonly onlyDetermined?: boolean;
}

const UNDER = 10;

/** Each asking by itself. */
export function narrowedAlone(askings: readonly Asking[], tools: Tools): Narrowed {
  const random = chance(tools.seed);
  return askings.reduce<Narrowed>((sum, asking) => {
    const program = programOf(asking);
    return program.blocks.reduce((all, { size, known }, block) => {
      const others = size - known.reduce((total, count) => total + count, 0);
      if (others === 0) return all;
      return add(all, others, size < UNDER, optionsLeft(program, block, tools, random));
    }, sum);
  }, NONE);
}

/** Askings of one question in a quarter, by an attacker who takes it that nobody changed their mind, and is right. */
export function narrowedTogether(askings: readonly Asking[], tools: Tools): Narrowed {
  const random = chance(tools.seed);
  const small = smallestGroups(askings);
  return byQuestion(askings).reduce<Narrowed>((sum, asked) => {
    const program = linkedProgramOf(asked);
    return program.blocks.reduce((all, { known }, block) => {
      if (known.some((count) => count > 0)) return all;
      const person = program.people[block] ?? '';
      const under = (small.get(`${asked[0]?.question.id}\n${person}`) ?? UNDER) < UNDER;
      return add(all, 1, under, optionsLeft(program, block, tools, random));
    }, sum);
  }, NONE);
}

const NONE: Narrowed = { answers: 0, determined: 0, narrowed: 0, answersUnderTen: 0 };

function add(sum: Narrowed, people: number, under: boolean, left: number): Narrowed {
  return {
    answers: sum.answers + people,
    determined: sum.determined + (left <= 1 ? people : 0),
    narrowed: sum.narrowed + (left <= 2 && under ? people : 0),
    answersUnderTen: sum.answersUnderTen + (under ? people : 0),
  };
}

function optionsLeft(program: Program, block: number, tools: Tools, random: Chance): number {
  const options = Array.from({ length: program.options }, (_, option) => option);
  const missing = options.filter((option) => !canHaveChosen(program, block, option, random));
  const left = options.length - missing.length;
  const { solve, onlyDetermined } = tools;
  if (!solve || (onlyDetermined && left > 1)) return left;
  return left + missing.filter((option) => solve(program, block, option)).length;
}

function byQuestion(askings: readonly Asking[]): Asking[][] {
  const asked = new Map<string, Asking[]>();
  for (const asking of askings) {
    const { id } = asking.question;
    asked.set(id, [...(asked.get(id) ?? []), asking]);
  }
  return [...asked.values()];
}

/** Question and person to the size of the smallest group in which they answered it. */
function smallestGroups(askings: readonly Asking[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { question, groups } of askings) {
    for (const { members } of groups) {
      for (const { person } of members) {
        const key = `${question.id}\n${person}`;
        sizes.set(key, Math.min(sizes.get(key) ?? members.length, members.length));
      }
    }
  }
  return sizes;
}

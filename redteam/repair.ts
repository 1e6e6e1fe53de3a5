/** Looks for another solution: starts from the truth, changes one answer, and mends whatever figures that breaks. */
import { type Chance, pick } from './chance.ts';
import type { Program } from './program.ts';

/** Moves that are tried before giving up, and moves looked at before each. */
const [MOVES, LOOKED_AT] = [400, 60];

/**
 * Whether somebody of the block, other than a colluder, can have chosen `option`: true if a solution was found in which
 * they did. False proves nothing; in the red team's books it counts for the attacker.
 */
export function canHaveChosen(
  program: Program,
  block: number,
  option: number,
  random: Chance,
): boolean {
  const { size = 0, known = [], truth = [] } = program.blocks[block] ?? {};
  if ((truth[option] ?? 0) > (known[option] ?? 0)) return true;
  const others = Array.from({ length: program.options }, (_, each) => each);
  const from = others.filter((each) => each !== option && (truth[each] ?? 0) > (known[each] ?? 0));
  if (size === 0 || from.length === 0) return false;
  return from.some((each) => {
    const state = new State(program, block, option);
    state.move({ block, from: each, to: option });
    return mend(state, random);
  });
}

interface Move {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

function mend(state: State, random: Chance): boolean {
  let last = -1;
  for (let moves = 0; moves < MOVES; moves++) {
    const broken = state.broken();
    const row = pick(broken, random);
    if (row === undefined) return true;
    const move = best(state, state.movesFor(row, random, LOOKED_AT), last, random);
    if (!move) return false;
    state.move(move);
    last = move.block;
  }
  return state.broken().length === 0;
}

/** The move that breaks least; now and then any, so that the search does not walk in circles. */
function best(
  state: State,
  moves: readonly Move[],
  last: number,
  random: Chance,
): Move | undefined {
  if (random() < 0.05) return pick(moves, random);
  let [found, least]: [Move | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const move of moves) {
    const cost = state.cost(move) + (move.block === last ? 0.5 : 0) + random() * 0.1;
    if (cost < least) [found, least] = [move, cost];
  }
  return found;
}

/** Counts of each block and option, and the sums of the rows, kept up to date. */
class State {
  readonly #program: Program;
  readonly #counts: number[][];
  readonly #floor: (block: number, option: number) => number;
  readonly #sums: number[];
  readonly #rowsOf: readonly (readonly number[])[];
  readonly #broken = new Set<number>();

  constructor(program: Program, block: number, option: number) {
    this.#program = program;
    this.#counts = program.blocks.map(({ truth }) => [...truth]);
    this.#floor = (each, cell) =>
      (program.blocks[each]?.known[cell] ?? 0) + (each === block && cell === option ? 1 : 0);
    this.#rowsOf = rowsByBlock(program);
    this.#sums = sumsOf(program);
  }

  broken(): number[] {
    return [...this.#broken];
  }

  move({ block, from, to }: Move): void {
    const counts = this.#counts[block] ?? [];
    counts[from] = (counts[from] ?? 0) - 1;
    counts[to] = (counts[to] ?? 0) + 1;
    for (const row of this.#rowsOf[block] ?? []) {
      const sum = (this.#sums[row] ?? 0) + this.#gain(row, from, to);
      this.#sums[row] = sum;
      if (this.#off(row, sum) > 0) this.#broken.add(row);
      else this.#broken.delete(row);
    }
  }

  /** By how much the rows are further off after the move. */
  cost({ block, from, to }: Move): number {
    let cost = 0;
    for (const row of this.#rowsOf[block] ?? []) {
      const sum = this.#sums[row] ?? 0;
      cost += this.#off(row, sum + this.#gain(row, from, to)) - this.#off(row, sum);
    }
    return cost;
  }

  /** Moves within the blocks of a row that bring it nearer. */
  movesFor(row: number, random: Chance, most: number): Move[] {
    const { blocks, low } = this.#program.rows[row] ?? { blocks: [], low: 0 };
    const wanted = (this.#sums[row] ?? 0) < low ? 1 : -1;
    const moves: Move[] = [];
    const start = Math.floor(random() * blocks.length);
    for (let i = 0; i < blocks.length && moves.length < most; i++) {
      this.#addMoves(moves, row, blocks[(start + i) % blocks.length] ?? 0, wanted);
    }
    return moves;
  }

  #addMoves(moves: Move[], row: number, block: number, wanted: number): void {
    const counts = this.#counts[block] ?? [];
    for (let from = 0; from < this.#program.options; from++) {
      if ((counts[from] ?? 0) <= this.#floor(block, from)) continue;
      for (let to = 0; to < this.#program.options; to++) {
        if (to !== from && this.#gain(row, from, to) * wanted > 0) moves.push({ block, from, to });
      }
    }
  }

  #gain(row: number, from: number, to: number): number {
    const weights = this.#program.rows[row]?.weights ?? [];
    return (weights[to] ?? 0) - (weights[from] ?? 0);
  }

  #off(row: number, sum: number): number {
    const { low, high } = this.#program.rows[row] ?? { low: 0, high: 0 };
    if (sum < low) return low - sum;
    return sum > high ? sum - high : 0;
  }
}

const indexed = new WeakMap<Program, number[][]>();

function rowsByBlock(program: Program): number[][] {
  const known = indexed.get(program);
  if (known) return known;
  const rows = program.blocks.map((): number[] => []);
  for (const [row, { blocks }] of program.rows.entries()) {
    for (const block of blocks) rows[block]?.push(row);
  }
  indexed.set(program, rows);
  return rows;
}

const summed = new WeakMap<Program, readonly number[]>();

function sumsOf(program: Program): number[] {
  const known = summed.get(program);
  if (known) return [...known];
  const sums = program.rows.map(({ weights, blocks }) =>
    blocks.reduce((sum, block) => {
      const { truth } = program.blocks[block] ?? { truth: [] };
      return sum + truth.reduce((all, count, cell) => all + count * (weights[cell] ?? 0), 0);
    }, 0),
  );
  summed.set(program, sums);
  return [...sums];
}

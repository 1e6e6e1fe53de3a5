/** Decides exactly whether an answer is possible: the integer program, handed to HiGHS. */
import load from 'highs';
import type { Program } from './program.ts';

/** What one question to the solver may take, in seconds. What is not settled by then is counted for the attacker. */
const PATIENCE = 5;

export type Solver = (program: Program, block: number, option: number) => boolean;

/** A solver that says whether somebody of the block but a colluder can have chosen the option. */
export async function solver(): Promise<Solver> {
  // Its types describe the file for require; import gives the function itself.
  const highs = await (load as unknown as typeof load.default)();
  const bodies = new WeakMap<Program, string>();
  return (program, block, option) => {
    const body = bodies.get(program) ?? constraints(program);
    bodies.set(program, body);
    const more = (program.blocks[block]?.known[option] ?? 0) + 1;
    const model = `Minimize\n obj: ${name(0, 0)}\nSubject To\n${body}${BOUNDS}\n${bounds(program, block, option, more)}End\n`;
    return highs.solve(model, { output_flag: false, time_limit: PATIENCE }).Status === 'Optimal';
  };
}

const BOUNDS = 'Bounds';

function name(block: number, option: number): string {
  return `x${block}_${option}`;
}

function constraints({ blocks, rows, options }: Program): string {
  const lines: string[] = [];
  for (const [block, { size }] of blocks.entries()) {
    const all = Array.from({ length: options }, (_, option) => name(block, option));
    lines.push(` ${all.join(' + ')} = ${size}`);
  }
  for (const row of rows) {
    const terms = row.blocks.flatMap((block) =>
      row.weights.flatMap((weight, option) =>
        weight === 0 ? [] : `${weight} ${name(block, option)}`,
      ),
    );
    if (terms.length === 0) continue;
    lines.push(` ${terms.join('\n + ')} >= ${row.low}`, ` ${terms.join('\n + ')} <= ${row.high}`);
  }
  return `${lines.join('\n')}\n`;
}

function bounds(
  { blocks, options }: Program,
  target: number,
  option: number,
  more: number,
): string {
  const lines: string[] = [];
  const names: string[] = [];
  for (const [block, { known, size }] of blocks.entries()) {
    for (let each = 0; each < options; each++) {
      const low = block === target && each === option ? more : (known[each] ?? 0);
      lines.push(` ${low} <= ${name(block, each)} <= ${Math.max(low, size)}`);
      names.push(name(block, each));
    }
  }
  return `${lines.join('\n')}\nGenerals\n ${names.join('\n ')}\n`;
}

/** Attack: a figure that by itself says the same of everyone behind it, the colluders' answers taken off. */
import { cells } from '../src/survey/question.ts';
import { type Asking, countOf, membersOf } from './asking.ts';
import { type Says, saysOf } from './rows.ts';

/** How many answers of people other than colluders a single figure gives away: one option, or none but two. */
export function unanimous(asking: Asking): {
  readonly determined: number;
  readonly twoLeft: number;
} {
  let [determined, twoLeft] = [0, 0];
  for (const { groups, said } of asking.published) {
    const members = membersOf(asking, groups);
    const colluding = members.filter(({ colluder }) => colluder);
    const others = members.length - colluding.length;
    const options = cells(asking.question);
    const mine = countOf(colluding, options);
    const left =
      options - barredBy(saysOf(asking.question, members.length, said), mine, others).size;
    if (left === 1) determined += others;
    else if (left === 2) twoLeft += others;
  }
  return { determined, twoLeft };
}

/** Options that none of the others can have chosen: each row by itself. */
function barredBy(rows: readonly Says[], mine: readonly number[], others: number): Set<number> {
  const barred = new Set<number>();
  for (const { weights, low, high } of rows) {
    const known = weights.reduce((sum, weight, cell) => sum + weight * (mine[cell] ?? 0), 0);
    const [heaviest, lightest] = [Math.max(...weights), Math.min(...weights)];
    // Everyone else must weigh the most, or the least, that an answer can.
    if (low - known >= heaviest * others) bar(barred, weights, heaviest);
    if (high - known <= lightest * others) bar(barred, weights, lightest);
  }
  return barred;
}

function bar(barred: Set<number>, weights: readonly number[], only: number): void {
  for (const [cell, weight] of weights.entries()) if (weight !== only) barred.add(cell);
}

/** Past leavers as tallies: every figure that may be said about them, and nothing else. The rows end here. */

import { cellOf, countShown, everyCell, frameOf, valuesOf, withoutUnanimous } from './frame.ts';
import type { Mapping } from './parse-mapping.ts';
import { NOT_MAPPED, NOT_SAID } from './place-leaver.ts';
import { exclusiveVariables, type Leaver } from './read-leaver.ts';
import { reasonNames, type Table, type Tallies, variablesOf } from './tallies.ts';
import { reasonTables, tallyReasons } from './tally-reasons.ts';
import { withhold } from './withhold.ts';

export function tallyExits(mapping: Mapping, leavers: readonly Leaver[]): Tallies {
  const { survey, name, source, minimum } = mapping;
  const exclusive = exclusiveVariables(mapping);
  const tables = [...plainTables(mapping), ...exclusiveTables(mapping, [...exclusive.keys()])];
  const frame = frameOf(tables, leavers);
  const everybody = leavers.map((_, person) => person);
  const nameless = (variable: string, value: string) =>
    value === '' || (exclusive.has(variable) && UNSAID.has(value));
  const named = everyCell(frame, (variable, value) => !nameless(variable, value));
  const all = withoutUnanimous(frame, named);
  const shown = withhold(frame, [{ people: everybody }], all, minimum);
  const counts = countShown(frame, everybody, shown);
  const byName = new Map(frame.tables.map((by, t) => [by.join(), t]));
  const cellsOf = (by: readonly string[]) => shown[byName.get(by.join()) ?? -1] ?? new Set();

  const reasons = tallyReasons(mapping, leavers, cellsOf);
  const tallied = frame.tables.flatMap((by, t): Table[] => {
    if (by.some((variable) => exclusive.has(variable))) return [];
    const cells = [...(counts[t] ?? [])].map(([cell, n]) => {
      const alone = [...exclusive].flatMap(([variable, prefix]) => {
        const table = byName.get([...by, variable].join()) ?? -1;
        const mine = [...(counts[table] ?? [])].filter(([each]) => isIn(each, cell));
        return mine.map(([each, count]) => [prefix + valuesOf(each).at(-1), count] as const);
      });
      const others = [...reasons].flatMap(([reason, of]) => {
        const count = of.get(by.join())?.get(cell);
        return count === undefined ? [] : [[reason, count] as const];
      });
      return { is: valuesOf(cell), n, reasons: Object.fromEntries([...alone, ...others]) };
    });
    return [{ by, cells }];
  });
  return {
    survey,
    name,
    ...(source !== undefined && { source }),
    minimum,
    variables: variablesOf(mapping, leavers),
    reasons: reasonNames(mapping),
    tables: tallied,
  };
}

/** What is no answer; what is none of our reasons has no code. */
const UNSAID = new Set([NOT_SAID, NOT_MAPPED]);

/** Tables of people, without what they said. */
function plainTables({ by, cross, parts }: Mapping): string[][] {
  const breakdowns = Object.keys(by);
  return [
    [],
    ['kind'],
    ['kind-code'],
    ...breakdowns.map((each) => [each]),
    ...Object.keys(parts).flatMap((part) => [[part], ...breakdowns.map((each) => [part, each])]),
    ...cross.map((pair) => pair.map((each) => (each === 'kind' ? 'kind-code' : each))),
  ];
}

/** Where one answer was allowed, what was said is a variable too; our codes stand beside the totals only. */
function exclusiveTables(mapping: Mapping, exclusive: readonly string[]): string[][] {
  const { totals, broken } = reasonTables(mapping);
  return exclusive.flatMap((variable) => {
    const tables = variable === 'reason-code' ? totals : [...totals, ...broken];
    return tables.map((table) => [...table, variable]);
  });
}

/** Whether `cell` lies in `row`, one variable finer. */
function isIn(cell: string, row: string): boolean {
  return cellOf(valuesOf(cell).slice(0, -1)) === row;
}

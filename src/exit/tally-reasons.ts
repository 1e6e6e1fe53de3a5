/** Of what any number could be said by one person: how many said it, wherever that may be told. */

import { countShown, frameOf, type Shown } from './frame.ts';
import { type Mapping, NO_REASON, type ReasonSource } from './parse-mapping.ts';
import { answerId, codeId, exclusiveVariables, groupId, type Leaver } from './read-leaver.ts';
import { reasonNames } from './tallies.ts';
import { type Population, withhold } from './withhold.ts';

/** Reason to table (variables with commas between) to cell to the number of people. */
type ReasonCounts = Map<string, Map<string, ReadonlyMap<string, number>>>;

/**
 * Where reasons are told: of everybody and of each part; broken down of the parts, or of everybody where there is no part.
 * Of both, the difference of two cells would be a few people, and one of the two would be withheld nearly everywhere.
 */
export function reasonTables({ by, parts }: Mapping): { totals: string[][]; broken: string[][] } {
  const whole = Object.keys(parts).map((part) => [part]);
  const about = whole.length > 0 ? whole : [[]];
  const broken = about.flatMap((part) => Object.keys(by).map((each) => [...part, each]));
  return { totals: [[], ...whole], broken };
}

/** `cellsOf` names the cells that a table shows: a reason is told in these at most. */
export function tallyReasons(
  mapping: Mapping,
  leavers: readonly Leaver[],
  cellsOf: (by: readonly string[]) => ReadonlySet<string>,
): ReasonCounts {
  const { totals, broken } = reasonTables(mapping);
  const frame = frameOf([...totals, ...broken], leavers);
  const all = frame.tables.map((by) => new Set(cellsOf(by)));
  const alone = [...exclusiveVariables(mapping).values()];
  const derived = derivedFrom(mapping);
  const result: ReasonCounts = new Map();
  const told = new Map<string, Shown>();
  for (const { id } of reasonNames(mapping)) {
    if (alone.some((prefix) => id.startsWith(prefix))) continue;
    const parts = derived.get(id) ?? [];
    const [only] = parts;
    // The same people under two names: told in the same cells.
    const same = parts.length === 1 && only !== undefined ? told.get(only) : undefined;
    const who = peopleWho(leavers, id, parts);
    const shown = same ?? withhold(frame, who.populations, all, mapping.minimum);
    told.set(id, shown);
    const counts = countShown(frame, who.people, shown);
    const kept = frame.tables.flatMap((by, t) => {
      const isTotal = totals.some((total) => total.join() === by.join());
      if (id.startsWith('code/') && !isTotal) return [];
      return [[by.join(), counts[t] ?? new Map()] as const];
    });
    result.set(id, new Map(kept));
  }
  return result;
}

/** A code or a group to the answers that it is made of. */
function derivedFrom({ reasons, groups }: Mapping): Map<string, string[]> {
  const derived = new Map<string, string[]>();
  const all = reasons.flatMap((source, i) =>
    answersOf(source).map(([own, code]) => ({ own, code, id: answerId(i, own) })),
  );
  for (const { id, own, code } of all) {
    const inGroups = Object.keys(groups).filter((group) => groups[group]?.any.includes(own));
    const sums = [...(code === NO_REASON ? [] : [codeId(code)]), ...inGroups.map(groupId)];
    for (const sum of sums) derived.set(sum, [...(derived.get(sum) ?? []), id]);
  }
  return derived;
}

function answersOf(source: ReasonSource): [string, string][] {
  if ('text' in source) return Object.keys(source.words).map((code) => [code, code]);
  return Object.entries('flags' in source ? source.flags : source.values);
}

/**
 * The people who said it, and every population that may not be small: they, those who did not, and for a sum of several
 * answers those whom it adds to each of them and those who gave more than one, as these follow by subtraction.
 */
function peopleWho(
  leavers: readonly Leaver[],
  id: string,
  parts: readonly string[],
): { people: number[]; populations: Population[] } {
  const which = (is: (leaver: Leaver) => boolean) =>
    leavers.flatMap((leaver, person) => (is(leaver) ? [person] : []));
  const people = which(({ said }) => said.has(id));
  const others = which(({ said }) => !said.has(id));
  const beyond = parts.map((part) => which(({ said }) => said.has(id) && !said.has(part)));
  const several = which(({ said }) => parts.filter((part) => said.has(part)).length > 1);
  const follows = [...beyond, several].map((each) => ({ people: each, mayBeEmpty: true }));
  return { people, populations: [{ people }, { people: others }, ...follows] };
}

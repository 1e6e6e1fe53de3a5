/** Which cells of several tables may be shown together, so that none that is withheld can be worked out from the others. */
import { type Frame, rowOf, type Shown, valuesOf } from './frame.ts';
import { leverageOfFew } from './leverage.ts';

/** Some of the people, of whom counts are published or follow from published ones. */
export interface Population {
  readonly people: readonly number[];
  /** Whether it may be said that there is nobody: of those who said a thing, it may not. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Takes cells away from `shown` until for every population each shown cell and each rest holds at least `floor` people,
 * and no combination of counts is about fewer ({@link leverageOfFew}). Ends at worst with nothing shown.
 */
export function withhold(
  frame: Frame,
  populations: readonly Population[],
  shown: Shown,
  floor: number,
): Set<string>[] {
  const left = shown.map((cells) => new Set(cells));
  closeBelow(frame, left);
  for (let changed = true; changed; ) {
    changed = false;
    for (const population of populations) {
      for (let bad = faulty(frame, population, left, floor); bad.length > 0; ) {
        for (const { table, cell } of bad) left[table]?.delete(cell);
        closeBelow(frame, left);
        changed = true;
        bad = faulty(frame, population, left, floor);
      }
    }
  }
  return left;
}

interface Place {
  readonly table: number;
  readonly cell: string;
}

/** A cell whose row is not shown is not shown either. */
function closeBelow(frame: Frame, shown: readonly Set<string>[]): void {
  for (const [table, cells] of shown.entries()) {
    if (table === 0) continue;
    const rows = shown[frame.parents[table] ?? 0];
    for (const cell of cells) if (!rows?.has(rowOf(cell))) cells.delete(cell);
  }
}

/** The block that a person is counted in: their cell, or the rest of the row in which it would stand. */
function blocksOf(frame: Frame, shown: Shown, person: number): string[] {
  const blocks: string[] = [];
  for (const [table, cell] of (frame.cells[person] ?? []).entries()) {
    if (shown[table]?.has(cell)) blocks.push(`${table}:${cell}`);
    else if (table === 0) blocks.push('rest');
    else blocks.push(`rest of ${blocks[frame.parents[table] ?? 0]} in ${table}`);
  }
  return blocks;
}

/** What must go next: cells or rests of too few people; where there are none, what lets a few people show through. */
function faulty(frame: Frame, population: Population, shown: Shown, floor: number): Place[] {
  const all = frame.cells.map((_, person) => blocksOf(frame, shown, person));
  const sizes = new Map<string, number>();
  for (const block of all.flat()) sizes.set(block, 0);
  const mine = population.people.map((person) => all[person] ?? []);
  for (const block of mine.flat()) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const tooFew = (size = 0) => size < floor && !(size === 0 && population.mayBeEmpty);
  const size = (place: Place) => sizes.get(`${place.table}:${place.cell}`) ?? 0;
  const cells = shown.flatMap((each, table) => [...each].map((cell) => ({ table, cell })));
  const small = cells.filter((place) => tooFew(size(place)));
  if (small.length > 0) return small;

  const siblings = byRow(frame, cells);
  const least = (row: string) => leastOf(siblings.get(row) ?? [], size);
  const rests = [...siblings.keys()].filter((row) => sizes.has(row) && tooFew(sizes.get(row)));
  if (rests.length > 0) return rests.flatMap((row) => least(row) ?? []);

  const culprits = (person: number) =>
    (mine[person] ?? []).flatMap((block, table) => {
      const own = frame.cells[population.people[person] ?? -1]?.[table] ?? '';
      const rest = () => least(block) ?? leastOf(nearest(cells, table, own), size);
      const place = block.startsWith('rest') ? rest() : { table, cell: own };
      return place ? [{ ...place, people: weightOf(frame, table) * (sizes.get(block) ?? 0) }] : [];
    });
  const showing = throughWhom(mine, floor);
  return unique(showing.flatMap((each) => leastOf(culprits(each), ({ people }) => people) ?? []));
}

/** Where a row shows nothing, a rest follows from other rows: from cells with the same last value, or any of the table. */
function nearest(cells: readonly Place[], table: number, cell: string): Place[] {
  const same = cells.filter((each) => each.table === table);
  const column = same.filter((each) => valuesOf(each.cell).at(-1) === valuesOf(cell).at(-1));
  return column.length > 0 ? column : same;
}

/** Tables by one variable are what people ask for first: a crossed cell goes rather than one of theirs so much larger. */
const MAIN = 8;

function weightOf(frame: Frame, table: number): number {
  const depth = frame.tables[table]?.length ?? 0;
  if (depth === 0) return Number.POSITIVE_INFINITY;
  return depth === 1 ? MAIN : 1;
}

/** The shown cells of each row, by the name of its rest. */
function byRow(frame: Frame, cells: readonly Place[]): Map<string, Place[]> {
  const rows = new Map<string, Place[]>();
  for (const place of cells) {
    if (place.table === 0) continue;
    const rest = `rest of ${frame.parents[place.table]}:${rowOf(place.cell)} in ${place.table}`;
    rows.set(rest, [...(rows.get(rest) ?? []), place]);
  }
  return rows;
}

/** Those who show most are cared for first: what is withheld for them often hides others. */
const TOGETHER = 5;

/** The people about whom a combination of counts may tell, alone or with too few others. */
function throughWhom(blocks: readonly (readonly string[])[], floor: number): number[] {
  const leverage = leverageOfFew(blocks, floor - 2);
  const people = leverage.flatMap((each, person) => (each < 1 - 1e-6 ? [] : [person]));
  return people.sort((a, b) => (leverage[b] ?? 0) - (leverage[a] ?? 0)).slice(0, TOGETHER);
}

/** The place with the fewest people: the least is lost with it. */
function leastOf<P extends Place>(places: readonly P[], size: (place: P) => number): P | undefined {
  return [...places].sort(
    (a, b) => size(a) - size(b) || b.table - a.table || (a.cell < b.cell ? -1 : 1),
  )[0];
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.table}:${place.cell}`, place])).values()];
}

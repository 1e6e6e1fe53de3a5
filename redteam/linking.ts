/** Attack: who has the database tries every order, size and place in it to link people to what they said. */
import { chance, shuffled } from './chance.ts';
import { type Firm, firm, type Wishes } from './firm.ts';
import { answers, crew, scalesOf, smallFirm, WEEK } from './scene.ts';

const N = 20;
const ORG = smallFirm({ lab: N });
export const PEOPLE = crew('lab', N);
/** How many click in the same turn of the event loop: at least, at most. */
const TOGETHER = [2, 5] as const;
/** Letters that stand for the place in the order of answering; directories of names have none of them. */
export const word = (place: number) =>
  `turn ${String.fromCharCode(97 + place)}${String.fromCharCode(97 + place)}`;
export const placeOf = (text: string) => (/turn (\w)\1/.exec(text)?.[1]?.charCodeAt(0) ?? 96) - 97;

/** During the round, without its key: a number for each person. */
export interface Clue {
  readonly name: string;
  readonly of: ReadonlyMap<string, number>;
  /** Only people with the same number are taken to have said the same; else those with the nearest. */
  readonly same?: true;
}

/** Where a firm keeps its data, and what a thief reads there. */
export interface Site {
  readonly wishes: Wishes;
  during(house: Firm): Promise<readonly Clue[]>;
  /** After the burn: places in the order of answering, in an order that was found. */
  after(house: Firm, order: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  clear(): Promise<void>;
}

export interface Links {
  /** Standard deviations above chance of the best of several clues. */
  readonly during: number;
  readonly after: number;
  readonly clues: { readonly during: number; readonly after: number };
  /** The same over a box in order of arrival, after the burn: it must find the link. */
  readonly naive: number;
  /** The same clues, had everybody said what the one before them said: which find that, and how well. */
  readonly copied: ReadonlyMap<string, number>;
}

interface Score {
  readonly tries: number;
  readonly hits: number;
}

/** Plays so many weeks; answers are drawn evenly and for nothing, so that chance is one in five, whatever the clue. */
export async function linking(
  weeks: number,
  seed: number,
  open: () => Promise<Site>,
): Promise<Links> {
  const random = chance(seed);
  const [found, copied] = [new Map<string, Score>(), new Map<string, Score>()];
  const orders = new Map<string, number[]>();
  let naive = 0;
  for (let week = 0; week < weeks; week++) {
    const order = shuffled(PEOPLE, random);
    const said = new Map(PEOPLE.map((person) => [person, 1 + Math.floor(random() * 5)]));
    const turns = cut(order, random);
    const copies = new Map(turns.flatMap((turn, i) => turn.map((person) => [person, i % 5])));
    const site = await open();
    try {
      const house = await firm(ORG, WEEK.before, site.wishes);
      try {
        await house.at(WEEK.opens);
        await house.at(WEEK.asked);
        await everybodyAnswers(house, turns, said);
        for (const clue of await site.during(house)) {
          add(found, clue.name, guesses(clue, said));
          add(copied, clue.name, guesses(clue, copies));
        }
        await house.at(WEEK.closes);
        for (const [clue, places] of await site.after(house, order)) {
          orders.set(clue, [...(orders.get(clue) ?? []), correlation(places)]);
        }
        naive += correlation(order.map((_, place) => place));
      } finally {
        await house.close();
      }
    } finally {
      await site.clear();
    }
  }
  const sigmas = (sum: number) => Math.abs(sum) * Math.sqrt((N - 1) / weeks);
  const after = [...orders.values()].map((each) => sigmas(each.reduce((sum, r) => sum + r, 0)));
  return {
    during: Math.max(...[...found.values()].map(aboveChance)),
    after: Math.max(...after),
    clues: { during: found.size, after: orders.size },
    naive: sigmas(naive),
    copied: new Map([...copied].map(([clue, score]) => [clue, aboveChance(score)])),
  };
}

function cut(order: readonly string[], random: () => number): string[][] {
  const [least, most] = TOGETHER;
  const turns: string[][] = [];
  for (let at = 0; at < order.length; at += turns.at(-1)?.length ?? 1) {
    turns.push(order.slice(at, at + least + Math.floor(random() * (most - least + 1))));
  }
  return turns;
}

async function everybodyAnswers(
  house: Firm,
  turns: readonly (readonly string[])[],
  said: ReadonlyMap<string, number>,
): Promise<void> {
  const scales = await scalesOf(house);
  let place = 0;
  for (const turn of turns) {
    const clicks = turn.map((person) => {
      const values = scales.map((id) => [id, String(said.get(person))]);
      return answers(house, person, Object.fromEntries(values), word(place++));
    });
    await Promise.all(clicks);
  }
}

/** Each person is taken to have said what the next one in the line of the clue said, who tells. */
export function guesses({ of, same }: Clue, said: ReadonlyMap<string, number>): Score {
  const line = [...of].sort(([, a], [, b]) => a - b);
  const pairs = line.flatMap(([person, value], i) => {
    const [before, near] = line[i - 1] ?? [];
    return before === undefined || (same && near !== value) ? [] : [[person, before] as const];
  });
  const hits = pairs.filter(([person, before]) => said.get(person) === said.get(before)).length;
  return { tries: pairs.length, hits };
}

function add(scores: Map<string, Score>, clue: string, { tries, hits }: Score): void {
  const before = scores.get(clue) ?? { tries: 0, hits: 0 };
  scores.set(clue, { tries: before.tries + tries, hits: before.hits + hits });
}

function aboveChance({ tries, hits }: Score): number {
  return tries === 0 ? 0 : (hits - tries / 5) / Math.sqrt(tries * 0.16);
}

/** What the bytes of envelopes say; `rows` in any order. */
export function ofEnvelopes(
  rows: readonly { readonly person: string; readonly question: string; readonly sealed: Buffer }[],
): Clue[] {
  const clues = new Map<string, Map<string, number>>();
  const keys = new Map<string, number>();
  const note = (clue: string, person: string, value: number) =>
    clues.set(clue, (clues.get(clue) ?? new Map()).set(person, value));
  for (const { person, question, sealed } of rows) {
    keys.set(person, sealed.readUIntBE(0, 6));
    if (question === 'comment') continue;
    note(`size ${question}`, person, sealed.length);
    note(`first byte ${question}`, person, sealed[0] ?? 0);
    const sum = sealed.reduce((bytes, byte) => bytes + byte, 0);
    note(`sum of bytes ${question}`, person, sum);
  }
  return [
    ...[...clues].map(([name, of]) => ({ name, of })),
    { name: 'ephemeral key', of: keys, same: true },
  ];
}

/** Spearman's, of a permutation with its own order. */
export function correlation(places: readonly number[]): number {
  const n = places.length;
  const squares = places.reduce((sum, place, i) => sum + (place - i) ** 2, 0);
  return n < 2 ? 0 : 1 - (6 * squares) / (n * (n * n - 1));
}

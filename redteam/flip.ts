/** Attack: two worlds that differ in one answer. Which of them was published, and what did that one person say? */
import { figure } from '../src/anonymity/figure.ts';
import {
  type Asking,
  countOf,
  type Member,
  membersOf,
  type Published,
  type Said,
} from './asking.ts';
import { type Chance, chance, pick } from './chance.ts';

const OPTIONS = [0, 1, 2, 3, 4] as const;
/** Made-up worlds by which the attacker learns how likely a figure is (in the manner of DeSIA, arXiv 2504.18497). */
const SHADOWS = 300;
/** Published sets with the person in them that are looked at, the smallest first: the others hardly move. */
const SETS = 2;
/** One answer in more than so many says next to nothing, and takes long to look at. */
const LARGEST = 60;

export interface Flips {
  readonly trials: number;
  /** Points above 50 when an answer is 1 or 5 with even odds and all other answers are unknown. */
  readonly evenOdds: number;
  /** Points by which the person's own answer is guessed better than if somebody like them had been counted instead. */
  readonly ownAnswer: number;
}

interface Scene {
  readonly asking: Asking;
  readonly target: Member;
  readonly sets: readonly { readonly said: Said; readonly others: readonly Member[] }[];
  /** How often each option is chosen in the whole company: the attacker knows. */
  readonly rates: readonly number[];
  /** Of each option of the person: what made-up worlds would have published. */
  readonly worlds: (cell: number) => readonly (readonly (readonly string[])[])[];
}

export function flipTest(askings: readonly Asking[], trials: number, seed: number): Flips {
  const random = chance(seed);
  let [told, right, rightAnyway, done] = [0, 0, 0, 0];
  while (done < trials) {
    const scene = sceneOf(pick(askings, random), random);
    if (!scene) continue;
    done++;
    told += isTold(scene, random);
    const { answer } = scene.target;
    right += isGuessed(scene, answer);
    const alike = scene.sets[0]?.others.filter(({ colluder }) => !colluder) ?? [];
    rightAnyway += isGuessed(scene, pick(alike, random)?.answer ?? answer);
  }
  return {
    trials,
    evenOdds: (100 * told) / trials - 50,
    ownAnswer: (100 * (right - rightAnyway)) / trials,
  };
}

/** 1 if the attacker names the world, where the person said 1 or 5 at even odds. */
function isTold(scene: Scene, random: Chance): number {
  const [truth, coin] = [random() < 0.5 ? 0 : 4, random() < 0.5 ? 0 : 4];
  const seen = worldWith(scene, truth);
  const lean = likelihood(scene, 4, seen) - likelihood(scene, 0, seen);
  const guess = lean === 0 ? coin : lean > 0 ? 4 : 0;
  return guess === truth ? 1 : 0;
}

/** 1 if the person's answer is guessed where `counted` was counted in its place. */
function isGuessed(scene: Scene, counted: number): number {
  return bestGuess(scene, worldWith(scene, counted)) === scene.target.answer ? 1 : 0;
}

function sceneOf(asking: Asking | undefined, random: Chance): Scene | undefined {
  const group = pick(asking?.groups ?? [], random);
  const target = pick(group?.members.filter(({ colluder }) => !colluder) ?? [], random);
  if (!asking || !group || !target) return undefined;
  const sets = asking.published
    .filter(({ groups }) => groups.includes(group.id))
    .map(({ groups, said }: Published) => ({ said, members: membersOf(asking, groups) }))
    .sort((a, b) => a.members.length - b.members.length)
    .filter(({ members }, i) => i === 0 || (i < SETS && members.length <= LARGEST))
    .map(({ said, members }) => ({ said, others: members.filter((each) => each !== target) }));
  if (sets.length === 0) return undefined;
  const everyone = countOf(
    asking.groups.flatMap(({ members }) => members),
    OPTIONS.length,
  );
  const all = everyone.reduce((sum, count) => sum + count, 0);
  const rates = everyone.map((count) => (count + 0.5) / (all + 2.5));
  const shadows = shadowsOf(sets, rates, random);
  const known = new Map<number, string[][][]>();
  const worlds = (cell: number) => {
    const made =
      known.get(cell) ??
      shadows.map((tallies) =>
        sets.map(({ said }, i) => partsOf(asking, tallies[i] ?? [], cell, said)),
      );
    known.set(cell, made);
    return made;
  };
  return { asking, target, sets, rates, worlds };
}

/** What would have been published, had the person chosen `cell`: each set's figure by its parts. */
function worldWith(scene: Scene, cell: number): string[][] {
  return scene.sets.map(({ others, said }) => parts(scene, others, cell, said));
}

function parts({ asking }: Scene, others: readonly Member[], cell: number, said: Said): string[] {
  const tally = countOf(others, OPTIONS.length);
  return partsOf(asking, tally, cell, said);
}

function partsOf(asking: Asking, others: readonly number[], cell: number, said: Said): string[] {
  const tally = others.map((count, each) => count + (each === cell ? 1 : 0));
  // Of a histogram only the cells that differ between the worlds say anything.
  if (said.shown === 'histogram') return OPTIONS.map((each) => String(tally[each]));
  const n = tally.reduce((sum, count) => sum + count, 0);
  return Object.values(figure(asking.question, n, tally) ?? {}).map(String);
}

/** Answers of the others as they may be: colluders' known, the rest by the company's rates. */
function shadowsOf(sets: Scene['sets'], rates: readonly number[], random: Chance): number[][][] {
  return Array.from({ length: SHADOWS }, () => {
    const drawn = new Map<string, number>();
    return sets.map(({ others }) => {
      const tally = [0, 0, 0, 0, 0];
      for (const { person, colluder, answer } of others) {
        const cell = colluder ? answer : (drawn.get(person) ?? draw(rates, random));
        drawn.set(person, cell);
        tally[cell] = (tally[cell] ?? 0) + 1;
      }
      return tally;
    });
  });
}

function draw(rates: readonly number[], random: Chance): number {
  let left = random();
  for (const [cell, rate] of rates.entries()) {
    left -= rate;
    if (left < 0) return cell;
  }
  return rates.length - 1;
}

/** How likely what was published is if the person chose `cell`: the smallest set as a whole, the rest part by part. */
function likelihood(scene: Scene, cell: number, seen: readonly string[][]): number {
  const { sets, rates } = scene;
  const [smallest] = sets;
  if (smallest?.said.shown === 'histogram') {
    const mine =
      Number(seen[0]?.[cell] ?? 0) -
      (countOf(
        smallest.others.filter(({ colluder }) => colluder),
        5,
      )[cell] ?? 0);
    return Math.max(0, mine) / (rates[cell] ?? 1);
  }
  const worlds = scene.worlds(cell);
  const key = seen[0]?.join() ?? '';
  const fitting = worlds.filter(([first]) => first?.join() === key);
  let chanceOf = (fitting.length + 0.5) / (worlds.length + 1);
  for (const [i, part] of (seen[1] ?? []).entries()) {
    const same = fitting.filter((world) => world[1]?.[i] === part).length;
    chanceOf *= (same + 0.5) / (fitting.length + 1);
  }
  return chanceOf;
}

function bestGuess(scene: Scene, seen: readonly string[][]): number {
  const scores = OPTIONS.map((cell) => (scene.rates[cell] ?? 0) * likelihood(scene, cell, seen));
  return scores.indexOf(Math.max(...scores));
}

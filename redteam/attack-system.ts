/** Every attack on the running system: what can be seen, asked for, stolen or timed. */
import { canaries } from './canary.ts';
import { atMost, type Line, none, told } from './line.ts';
import { linking } from './linking.ts';
import { spyQueue } from './spy-queue.ts';
import { observe, pairsOfWorlds, trackersThatWork } from './worlds.ts';

/** Standard deviations above chance that the best of some twenty clues may reach by chance. */
const CHANCE = 3.5;

export interface Trials {
  readonly pairs: number;
  readonly links: number;
  readonly redis: string;
  readonly seed: number;
}

export async function attackSystem({ pairs, links, redis, seed }: Trials): Promise<{
  readonly lines: readonly Line[];
  readonly harmless: readonly string[];
}> {
  const worlds = await compareWorlds(pairs);
  const tracked = await trackersThatWork();
  const found = await linking(links, seed);
  const files = await canaries();
  const spy = await spyQueue(redis);
  const queue = spy && (await canaries(spy));
  await spy?.clear();
  return {
    lines: [
      none(
        `things that look different in ${worlds.pairs} pairs of worlds with the same figures (of ${worlds.things})`,
        worlds.different,
      ),
      none('answers of the program that waver when asked again', worlds.wavering),
      none('digests shown to somebody whose they are not', tracked),
      told('lengths of the message "sealed"', String(worlds.lengths), '1', worlds.lengths === 1),
      {
        ...atMost(
          `linking during the round, best of ${found.clues.during} clues, above chance`,
          found.during,
          CHANCE,
          'sigma',
        ),
      },
      atMost(
        `linking after the burn, best of ${found.clues.after} clues, above chance`,
        found.after,
        CHANCE,
        'sigma',
        found.naive,
      ),
      none('canaries in files and log, during and after', files.during + files.after),
      queue
        ? none('canaries in files, log and Redis, during and after', queue.during + queue.after)
        : told('canaries in Redis', 'not tried: no Redis answers'),
      told('timing of clicks by the wall clock, queue tables of PostgreSQL', 'not tried here'),
    ],
    harmless: [
      ...(found.naive > CHANCE ? [] : ['linking by order']),
      ...(files.searchWorks ? [] : ['search of files']),
    ],
  };
}

async function compareWorlds(most: number) {
  let [different, wavering, lengths, things] = [0, 0, 0, 0];
  const pairs = pairsOfWorlds().slice(0, most);
  for (const [one, other] of pairs) {
    const [a, b] = [await observe(one), await observe(other)];
    const count = Math.max(a.all.length, b.all.length);
    for (let i = 0; i < count; i++) if (a.all[i] !== b.all[i]) different++;
    things += count;
    wavering += a.wavering + b.wavering;
    lengths = Math.max(lengths, a.sealedLengths, b.sealedLengths);
  }
  return { pairs: pairs.length, different, wavering, lengths, things };
}

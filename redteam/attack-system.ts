/** Every attack on the running system: what can be seen, asked for, stolen or timed. */
import {
  attackPostgres,
  attackRedis,
  type Found,
  harmlessLinks,
  linked,
  shortly,
  together,
  untold,
} from './attack-servers.ts';
import { canaries } from './canary.ts';
import { CHANCE } from './chance.ts';
import { clock, type Guessed } from './clock.ts';
import { atMost, type Line, none, told } from './line.ts';
import { linking } from './linking.ts';
import { onSqlite } from './linking-sqlite.ts';
import { messagesByAnswer, writtenByClicks } from './times.ts';
import { observe, pairsOfWorlds, trackersThatWork } from './worlds.ts';

export interface Trials {
  readonly pairs: number;
  /** Weeks of linking; on PostgreSQL a third, and 150 clicks for each are timed. */
  readonly links: number;
  readonly redis: string;
  /** Absent: DATABASE_URL, or the usual place. */
  readonly postgres?: string;
  readonly seed: number;
}

export async function attackSystem({
  pairs,
  links,
  redis,
  postgres,
  seed,
}: Trials): Promise<Found> {
  const seen = await whatIsSeen(pairs);
  const found = await linking(links, seed, onSqlite);
  const files = await canaries();
  const onServers = await together(
    attackRedis(redis),
    attackPostgres(Math.ceil(links / 3), seed, postgres),
  );
  const sent = await whatIsSent();
  const timed = await byTheClock(150 * links, seed);
  return {
    lines: [
      ...seen,
      ...linked(found, ''),
      none('canaries in files and log, during and after', files.during + files.after),
      ...onServers.flatMap(({ lines }) => lines),
      ...sent.lines,
      ...timed.lines,
    ],
    harmless: [
      ...harmlessLinks(found, ['ephemeral key', 'place in the log'], ''),
      ...(files.searchWorks ? [] : ['search of files']),
      ...onServers.flatMap(({ harmless }) => harmless),
      ...sent.harmless,
      ...timed.harmless,
    ],
  };
}

async function whatIsSeen(pairs: number): Promise<Line[]> {
  const worlds = await compareWorlds(pairs);
  return [
    none(
      `things that look different in ${worlds.pairs} pairs of worlds with the same figures (of ${worlds.things})`,
      worlds.different,
    ),
    none('answers of the program that waver when asked again', worlds.wavering),
    none('digests shown to somebody whose they are not', await trackersThatWork()),
    told('lengths of the message "sealed"', String(worlds.lengths), '1', worlds.lengths === 1),
  ];
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

/** By the clock of the firm. */
async function whatIsSent(): Promise<Found> {
  const sent = await messagesByAnswer();
  const written = await writtenByClicks();
  return {
    lines: [
      none(
        `messages (of ${sent.of}) that tell, but for digests, whether all said 1 or 5`,
        sent.different,
        sent.digests,
      ),
      told('columns of SQLite that a click changes', shortly(written.columns)),
      none('of these with a time, or only with some answers', untold(written)),
    ],
    harmless: [
      ...(sent.digests > 0 ? [] : ['comparison of messages']),
      ...(written.control.length > 0 ? [] : ['search for times']),
    ],
  };
}

/**
 * By the clock on the wall. That somebody changed an answer, or wrote a comment, is told and has no target: who can time
 * a click sees that it is the second one, and how many bytes it has.
 */
async function byTheClock(clicks: number, seed: number): Promise<Found> {
  const { answers, beside, control } = await clock(clicks, seed);
  return {
    lines: [
      atMost(
        `guessing 1 or 5 by the time of a click, best of ${answers.length} ways, ${clicks} clicks, above chance`,
        Math.max(...answers.map(({ sigmas }) => sigmas)),
        CHANCE,
        'sigma',
        control.sigmas,
      ),
      ...beside.map((each) => told(`guessing by the time: ${each.what}`, shownOf(each))),
    ],
    harmless: control.sigmas > CHANCE ? [] : ['timing of clicks'],
  };
}

function shownOf({ right, later }: Guessed): string {
  return `${(100 * right).toFixed(0)} % right, ${later.toFixed(0)} µs`;
}

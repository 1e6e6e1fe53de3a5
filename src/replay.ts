/** Past answers through the verbs of chat: plan, seal, close, count, burn, publish; and the figures that come out. */
import { cast } from './ballot/cast.ts';
import { windowOf } from './campaign/cadence.ts';
import { closeRound } from './campaign/close-round.ts';
import { openRound } from './campaign/open-round.ts';
import type { Round } from './campaign/round.ts';
import { figuresOf } from './digest/figures.ts';
import { publish } from './digest/publish.ts';
import type { Organisation } from './org/person.ts';
import type { Ports } from './ports/ports.ts';
import type { Question } from './survey/question.ts';

/** One round to be replayed: its questions, and person to question to values. */
export interface PastRound {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** What is written to `--figures`; docs/formats.md describes it. */
export interface ReplayFigures {
  readonly version: 1;
  readonly rounds: readonly RoundFigures[];
  readonly figures: readonly UnitFigure[];
}

interface RoundFigures {
  readonly round: string;
  readonly invited: number;
  readonly ballots: number;
  readonly uncounted: number;
}

interface UnitFigure {
  readonly round: string;
  readonly unit: string;
  readonly question: string;
  readonly shown: 'parent' | 'band' | 'distribution' | 'options';
  readonly from: string | null;
}

/** People whose answers are sealed at a time. */
const TOGETHER = 256;
const ZONE = 'UTC';
/** Replayed rounds are a week apart, from a Monday in the past. */
const CADENCE = {
  every: 'week',
  opens: { weekday: 1, time: '00:00' },
  closes: { weekday: 5, time: '17:00' },
  timezone: ZONE,
  starts: '2001-01-01',
} as const;

/** Runs rounds one after the other and returns their figures. `sealed` is told how many answers were. */
export async function replay(
  { store, keys }: Pick<Ports, 'store' | 'keys'>,
  org: Organisation,
  rounds: readonly PastRound[],
  floor: number,
  sealed: (answers: number) => void,
): Promise<ReplayFigures> {
  const done: { rounds: RoundFigures[]; figures: UnitFigure[] } = { rounds: [], figures: [] };
  const past = await store.rounds.list({});
  const first = past.reduce((next, { number }) => Math.max(next, number + 1), 0);
  await store.org.replace(org, windowOf(CADENCE, first).opensAt);
  for (const [i, { name, questions, answers }] of rounds.entries()) {
    const known = await store.rounds.get(name);
    const window = windowOf(CADENCE, known?.number ?? first + i);
    const campaign = { id: 'replay', audience: [], askAt: '10:00', floor };
    const opening = { id: name, campaign, window, questions, timezone: ZONE };
    await openRound({ store, keys }, opening, window.opensAt);
    const round = await store.rounds.get(name);
    if (!round) throw new Error(`Round ${name} could not be opened: there is nobody to ask.`);
    await sealAll(store, round, answers, sealed);
    await finish({ store, keys }, round);
    const result = await resultOf(store, round);
    done.rounds.push(result.round);
    done.figures.push(...result.figures);
  }
  return { version: 1, ...done };
}

async function sealAll(
  store: Ports['store'],
  round: Round,
  answers: PastRound['answers'],
  sealed: (answers: number) => void,
): Promise<void> {
  if (round.state !== 'open') return;
  const people = [...answers];
  for (let start = 0; start < people.length; start += TOGETHER) {
    const some = people.slice(start, start + TOGETHER).map(async ([person, given]) => {
      const values = [...given].map(([question, each]) => ({ question, values: each }));
      const outcome = await cast(store, round, person, values, round.opensAt);
      if ('refused' in outcome) {
        throw new Error(`Round ${round.id}: an answer was refused (${outcome.refused}).`);
      }
      sealed(values.length);
    });
    await Promise.all(some);
  }
}

async function finish({ store, keys }: Pick<Ports, 'store' | 'keys'>, round: Round) {
  const chats = { settle: async () => {} };
  const nobody = () => ({ summary: '', blocks: [] });
  const closed = await closeRound({ store, keys, chats }, round.id, nobody, round.closesAt);
  if ('refused' in closed) {
    throw new Error(
      `Round ${round.id} can't be counted (${closed.refused}); its ${closed.ballots} ballots are kept, sealed.`,
    );
  }
  await publish(store, { hr: [] }, round.id, round.closesAt);
}

async function resultOf(store: Ports['store'], round: Round) {
  const result = await store.results.result(round.id);
  if (!result) throw new Error(`Round ${round.id} has no result.`);
  const { ballots, uncounted, pools } = result;
  const invited = round.units.reduce((sum, unit) => sum + unit.invited, 0);
  const figures = figuresOf(round, pools).flatMap(({ question, shown }) =>
    round.units.map((unit): UnitFigure => {
      const figure = shown(unit.id);
      const own = figure?.unit.id === unit.id;
      return {
        round: round.id,
        unit: unit.id,
        question: question.id,
        ...figure?.figure,
        shown: figure && own ? figure.figure.shown : 'parent',
        from: figure?.unit.id ?? null,
      };
    }),
  );
  return { round: { round: round.id, invited, ballots, uncounted }, figures };
}

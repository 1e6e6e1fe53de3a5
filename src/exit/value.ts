/** What holds people in a part of the company and what draws them away: pulses, stay interviews, exits, the mirror, HR's numbers. */
import type { Figure } from '../anonymity/figure.ts';
import { localDate } from '../campaign/cadence.ts';
import { floorOf, type Programme } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import { figuresOf } from '../digest/figures.ts';
import { subtree } from '../org/unit.ts';
import type { CountedRound, Store } from '../ports/store.ts';
import { DRIVERS } from '../stock/drivers.ts';
import { KEEPS, MIGHT_LEAVE, WHY_US } from '../stock/stay.ts';
import { isAsking } from './ask-stayers.ts';
import { placedIn } from './exit-blocks.ts';
import { saidOf, sumOf } from './exit-figures.ts';
import { type ExitReport, exitReport, type Line, type Waves } from './exit-report.ts';
import { type Exposed, exposureOf } from './exposure.ts';
import { isRelease } from './leaver.ts';
import { wavesOf } from './publish-release.ts';
import { type RetentionReport, retentionReport } from './retention-report.ts';

export interface ValueReport {
  readonly unit: string;
  readonly name: string;
  /** The newest figure of each driver, in the order of the drivers. */
  readonly drives: readonly Drive[];
  /** What the newest stay interview says, and its round; absent: none reached this unit. */
  readonly stay?: string;
  readonly stays: readonly Line[];
  /** Why us rather than others, as released. */
  readonly whyUs: readonly string[];
  /** Why people leave, and the newest release that is in it. */
  readonly exits?: ExitReport;
  readonly release?: string;
  readonly exposure: readonly Exposed[];
  readonly retention: RetentionReport;
}

interface Drive {
  readonly driver: string;
  readonly round: string;
  readonly question: string;
  readonly figure: Figure;
  /** Units whose pools are behind it. */
  readonly pools: readonly string[];
  readonly asked: Date;
  readonly timezone: string;
}

/** Rounds that are looked through for the newest figure of each driver: over half a year of weeks. */
const LOOK_BACK = 30;

/** HR's. Undefined for a unit that there is not; `unit` may be empty: the root. */
export async function valueReport(
  store: Pick<Store, 'rounds' | 'results' | 'campaigns' | 'org' | 'leavers'>,
  programme: Pick<Programme, 'timezone' | 'floor'>,
  unit: string,
  now: Date,
): Promise<ValueReport | undefined> {
  const org = await store.org.load();
  const part = org.units.find(({ id, parent }) =>
    unit === '' ? parent === undefined : id === unit,
  );
  if (!part) return undefined;
  const { id, name } = part;
  const [waves, leavers, published, exposure] = await Promise.all([
    wavesOf(store),
    store.leavers.list(),
    store.rounds.list({ states: ['published'] }),
    exposureOf(store, id, now),
  ]);
  const exits = exitReport(waves, { unit: id, hr: true }, now);
  const release = newestOf(waves);
  const today = localDate(now, programme.timezone);
  return {
    unit: id,
    name,
    drives: await drivesOf(store, published, id),
    ...(await staysOf(store, published, id)),
    ...(exits && release !== undefined && { exits, release }),
    exposure,
    retention: retentionReport(org, leavers, id, today, floorOf(programme)),
  };
}

export function newestOf({ door, later }: Waves): string | undefined {
  const [newest] = [...door, ...later].toSorted(
    (a, b) => b.round.closesAt.getTime() - a.round.closesAt.getTime(),
  );
  return newest?.round.id;
}

function isStay({ campaign }: Round): boolean {
  return isAsking({ id: campaign }, 'stay');
}

export function isMirror({ campaign }: Round): boolean {
  return isAsking({ id: campaign }, 'mirror');
}

function isPulse(round: Round): boolean {
  return !isRelease(round) && !isMirror(round) && !isStay(round);
}

async function drivesOf(
  { results }: Pick<Store, 'results'>,
  published: readonly Round[],
  unit: string,
): Promise<Drive[]> {
  const all: Drive[] = [];
  for (const round of published.filter(isPulse).slice(0, LOOK_BACK)) {
    const result = await results.result(round.id);
    if (result) all.push(...pulseIn(round, result, unit));
  }
  // Newest first, as the rounds are.
  return DRIVERS.flatMap(({ id }) => all.find(({ driver }) => driver === id) ?? []);
}

/** Of a pulse: of any other round nothing. */
export function pulseIn(round: Round, { pools }: CountedRound, unit: string): Drive[] {
  const { id, opensAt: asked, timezone } = round;
  if (!isPulse(round)) return [];
  return figuresOf(round, pools).flatMap(({ question: { id: question, driver, kind }, own }) => {
    const told = kind === 'five-point' ? own(unit) : undefined;
    if (driver === undefined || !told) return [];
    const { figure, pools: behind } = told;
    return [{ driver, round: id, question, figure, pools: behind, asked, timezone }];
  });
}

type Stay = Pick<ValueReport, 'stay' | 'stays' | 'whyUs'>;
const NO_STAY: Stay = { stays: [], whyUs: [] };

/** What the newest stay interview that reached this unit says of it. */
async function staysOf(
  { results }: Pick<Store, 'results'>,
  published: readonly Round[],
  unit: string,
): Promise<Stay> {
  for (const round of published) {
    if (!isStay(round)) continue;
    const result = await results.result(round.id);
    const told = result ? stayIn(round, result, unit) : NO_STAY;
    if (told.stay !== undefined) return told;
  }
  return NO_STAY;
}

/** Of a stay interview: of any other round nothing. */
export function stayIn(round: Round, { pools, comments }: CountedRound, unit: string): Stay {
  if (!isStay(round)) return NO_STAY;
  const below = subtree(round.units, unit);
  const place = placedIn(round.units);
  const stays = [KEEPS, MIGHT_LEAVE].flatMap((question): Line[] => {
    const placed = (pools.get(question.id) ?? []).map(place);
    const said = saidOf(question, sumOf(placed.filter((pool) => below.has(pool.unit))));
    return said ? [{ question, said }] : [];
  });
  const released = comments.filter((each) => each.question === WHY_US.id && each.unit === unit);
  const whyUs = released.flatMap(({ texts }) => texts);
  return stays.length > 0 || whyUs.length > 0 ? { stay: round.id, stays, whyUs } : NO_STAY;
}

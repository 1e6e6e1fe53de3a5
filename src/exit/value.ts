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
import { type ExitReport, exitReport, type Line } from './exit-report.ts';
import { type Exposed, exposureOf } from './exposure.ts';
import { isRelease } from './leaver.ts';
import { wavesOf } from './publish-release.ts';
import { type RetentionReport, retentionReport } from './retention-report.ts';

export interface ValueReport {
  readonly unit: string;
  readonly name: string;
  /** The newest figure of each driver, in the order of the drivers. */
  readonly drives: readonly Drive[];
  readonly stays: readonly Line[];
  /** Why us rather than others, as released. */
  readonly whyUs: readonly string[];
  readonly exits?: ExitReport;
  readonly exposure: readonly Exposed[];
  readonly retention: RetentionReport;
}

interface Drive {
  readonly driver: string;
  readonly figure: Figure;
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
  const today = localDate(now, programme.timezone);
  return {
    unit: id,
    name,
    drives: await drivesOf(store, published, id),
    ...(await staysOf(store, published, id)),
    ...(exits && { exits }),
    exposure,
    retention: retentionReport(org, leavers, id, today, floorOf(programme)),
  };
}

function isPulse(round: Round): boolean {
  const of = { id: round.campaign };
  return !isRelease(round) && !isAsking(of, 'mirror') && !isAsking(of, 'stay');
}

async function drivesOf(
  { results }: Pick<Store, 'results'>,
  published: readonly Round[],
  unit: string,
): Promise<Drive[]> {
  const all: Drive[] = [];
  for (const round of published.filter(isPulse).slice(0, LOOK_BACK)) {
    const result = await results.result(round.id);
    if (result) all.push(...drivesIn(round, result, unit));
  }
  // Newest first, as the rounds are.
  return DRIVERS.flatMap(({ id }) => all.find(({ driver }) => driver === id) ?? []);
}

function drivesIn(round: Round, { pools }: CountedRound, unit: string): Drive[] {
  const { opensAt: asked, timezone } = round;
  return figuresOf(round, pools).flatMap(({ question: { driver, kind }, own }) => {
    const figure = kind === 'five-point' ? own(unit)?.figure : undefined;
    return driver !== undefined && figure ? [{ driver, figure, asked, timezone }] : [];
  });
}

/** What the newest stay interview that reached this unit says of it. */
async function staysOf(
  { results }: Pick<Store, 'results'>,
  published: readonly Round[],
  unit: string,
): Promise<Pick<ValueReport, 'stays' | 'whyUs'>> {
  for (const round of published.filter(({ campaign }) => isAsking({ id: campaign }, 'stay'))) {
    const result = await results.result(round.id);
    const below = subtree(round.units, unit);
    const place = placedIn(round.units);
    const stays = [KEEPS, MIGHT_LEAVE].flatMap((question): Line[] => {
      const pools = (result?.pools.get(question.id) ?? []).map(place);
      const said = saidOf(question, sumOf(pools.filter((pool) => below.has(pool.unit))));
      return said ? [{ question, said }] : [];
    });
    const released = (result?.comments ?? []).filter(
      (each) => each.question === WHY_US.id && each.unit === unit,
    );
    const whyUs = released.flatMap(({ texts }) => texts);
    if (stays.length > 0 || whyUs.length > 0) return { stays, whyUs };
  }
  return { stays: [], whyUs: [] };
}

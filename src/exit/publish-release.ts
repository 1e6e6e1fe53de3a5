/** Publishes a counted release: who may read what of it is in the ledger, and whoever may is told that it is there. */
import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { Programme } from '../campaign/programme.ts';
import type { Planned } from '../delivery/delivery.ts';
import type { Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import type { Store } from '../ports/store.ts';
import { placedIn, type Release } from './exit-blocks.ts';
import { concerns, exitReport, reportEntries, type Waves } from './exit-report.ts';
import { RELEASES, waveOf } from './leaver.ts';
import { releasesOf } from './released.ts';

/** False if the round is not burned, or was published already. */
export async function publishRelease(
  store: Pick<Store, 'rounds' | 'results' | 'org'>,
  programme: Pick<Programme, 'hr'>,
  id: string,
  now: Date,
): Promise<boolean> {
  const round = await store.rounds.get(id);
  const result = await store.results.result(id);
  if (round?.state !== 'burned' || !result) return false;
  const place = placedIn(round.units);
  const pools = [...result.pools].map(([question, all]) => [question, all.map(place)] as const);
  const fresh: Release = { round, pools: new Map(pools), comments: result.comments };
  const waves = await wavesOf(store);
  const all = { ...waves, [waveOf(round)]: [...waves[waveOf(round)], fresh] };
  const readers = readersOf(fresh, programme.hr, await store.org.load());
  const ledger = readers.flatMap(({ reader, hr, units }) => {
    const about = { at: now, round: id, reader };
    return units.flatMap((unit) => entriesFor(all, { unit, hr }, about));
  });
  const deliveries = readers.map(({ reader }) => plan(id, reader, now));
  return store.results.publish(id, [], ledger, deliveries);
}

/** What was published of both waves. */
export async function wavesOf(store: Pick<Store, 'rounds' | 'results'>): Promise<Waves> {
  const [door, later] = await Promise.all([
    releasesOf(store, RELEASES.door),
    releasesOf(store, RELEASES.later),
  ]);
  return { door, later };
}

function entriesFor(
  waves: Waves,
  part: { readonly unit: string; readonly hr: boolean },
  about: Pick<LedgerEntry, 'at' | 'round' | 'reader'>,
): LedgerEntry[] {
  const report = exitReport(waves, part, about.at);
  return report ? reportEntries(report, about) : [];
}

interface Reading {
  readonly reader: string;
  readonly hr: boolean;
  /** Those of which the release says anything new. */
  readonly units: readonly string[];
}

/** HR, and whoever leads a part that has a pool: where nothing was released nobody is told. Who has left reads nothing. */
function readersOf(release: Release, hr: readonly string[], org: Organisation): Reading[] {
  const { units } = release.round;
  const told = units.filter(({ id }) => concerns(release, subtree(units, id))).map(({ id }) => id);
  const leads = (reader: string) => {
    const led = org.units.filter(({ manager }) => manager === reader);
    const below = new Set(led.flatMap(({ id }) => [...subtree(org.units, id)]));
    return told.filter((id) => below.has(id));
  };
  return org.people.flatMap(({ id }): Reading[] => {
    const isHr = hr.includes(id);
    const mine = isHr ? told : leads(id);
    return mine.length > 0 ? [{ reader: id, hr: isHr, units: mine }] : [];
  });
}

/** Due at once; `send` waits for a good hour of the reader's. */
function plan(round: string, person: string, now: Date): Planned {
  return { id: randomUUID(), round, person, unit: '', kind: 'digest', sendAt: now };
}

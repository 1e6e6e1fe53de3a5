/** Whether what releases of leavers told follows from their pools: the report is reckoned anew, as of that day. */
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { Release } from '../exit/exit-blocks.ts';
import { exitReport, reportEntries, type Waves } from '../exit/exit-report.ts';
import { waveOf } from '../exit/leaver.ts';
import { type Finding, fault } from './finding.ts';
import { canonical, missingFrom } from './same.ts';

/** A published release and what was told of it. */
export interface ToldRelease {
  readonly release: Release;
  readonly ledger: readonly LedgerEntry[];
}

/** `all` of both waves. */
export function releaseFaults(all: readonly ToldRelease[]): Finding[] {
  return all.flatMap((told) => {
    const parts = new Map<string, LedgerEntry[]>();
    for (const entry of told.ledger) {
      const key = canonical([entry.reader, entry.unit, entry.at, entry.page]);
      parts.set(key, [...(parts.get(key) ?? []), entry]);
    }
    const { id } = told.release.round;
    const wrong = [...parts.values()].filter((entries) => !follows(told, all, entries));
    const units = new Set(wrong.flatMap((entries) => entries.map(({ unit }) => unit)));
    return [...units].map((unit) =>
      fault(
        'ledger',
        `${id}, unit "${unit}": something was told that the pools of its leavers do not allow.`,
      ),
    );
  });
}

/** What was published when something of this one was told: the report is of all of it. */
function wavesAt(told: ToldRelease, all: readonly ToldRelease[], at: Date): Waves {
  const before = all.filter((each) => each !== told && publishedAt(each) < at.getTime());
  const of = (wave: 'door' | 'later') =>
    [...before.toSorted((a, b) => closedAt(a) - closedAt(b)), told].flatMap(({ release }) =>
      waveOf(release.round) === wave ? [release] : [],
    );
  return { door: of('door'), later: of('later') };
}

/** One that told nobody anything then has no entry of that day. */
function publishedAt({ release, ledger }: ToldRelease): number {
  const first = ledger.find(({ page }) => page === undefined);
  return (first?.at ?? release.round.closesAt).getTime();
}

function closedAt({ release }: ToldRelease): number {
  return release.round.closesAt.getTime();
}

/** HR reads more of the root than whoever leads it; the ledger does not say who had which role then. */
function follows(
  told: ToldRelease,
  all: readonly ToldRelease[],
  entries: readonly LedgerEntry[],
): boolean {
  const [first] = entries;
  if (!first) return true;
  const { at, round, reader, unit, page } = first;
  const waves = wavesAt(told, all, at);
  const about = { at, round, reader, ...(page && { page }) };
  // Opened twice at the same moment, it was told twice.
  const lines = (all: readonly LedgerEntry[]) => {
    const each = all.map((entry) => canonical(entry));
    return page ? [...new Set(each)] : each;
  };
  const written = lines(entries);
  return [true, false].some((hr) => {
    const report = exitReport(waves, { unit, hr }, at);
    const expected = lines(report ? reportEntries(report, about) : []);
    return missingFrom(expected, written) + missingFrom(written, expected) === 0;
  });
}

/** Whether everything that a round's digests told is in the ledger, and follows from its pools by the rules in force. */
import { type Figure, figure } from '../anonymity/figure.ts';
import type { LedgerEntry } from '../anonymity/ledger.ts';
import { total } from '../ballot/pools.ts';
import type { Round, RoundUnit } from '../campaign/round.ts';
import { compose, type Earlier, type MembersChanged } from '../digest/compose.ts';
import type { Digest, UnitDigest } from '../digest/digest.ts';
import { entriesOf } from '../digest/entries.ts';
import type { Figures } from '../digest/figures.ts';
import { overTime, type Past } from '../digest/over-time.ts';
import { tellable } from '../exit/value-entries.ts';
import { pathToRoot, subtree } from '../org/unit.ts';
import type { CountedRound } from '../ports/store.ts';
import { type Finding, fault, many, warning } from './finding.ts';
import { canonical, missingFrom } from './same.ts';

/** A published round, and all that was told of it. */
export interface Told {
  readonly round: Round;
  readonly result: CountedRound;
  readonly figures: readonly Figures[];
  readonly digests: readonly Digest[];
  readonly ledger: readonly LedgerEntry[];
}

/** `history`: the figures of the published rounds of the campaign, oldest first. */
export async function ledgerFaults(
  all: Told,
  history: readonly Past[],
  changed: MembersChanged,
): Promise<Finding[]> {
  const told = { ...all, ledger: all.ledger.filter(({ page }) => page === undefined) };
  const read = all.ledger.filter(({ page }) => page !== undefined);
  const findings = [
    ...read.flatMap((entry) => pageFaults(all, entry)),
    ...completeness(told),
    ...told.ledger.flatMap((entry) => figureFaults(told, entry)),
  ];
  for (const { units } of told.digests) {
    for (const unit of units) findings.push(...(await unitFaults(told, unit, history, changed)));
  }
  return unique(findings);
}

/** What HR read later: reckoned anew, as the page says it of this round. */
function pageFaults({ round, result }: Told, entry: LedgerEntry): Finding[] {
  const { at, reader } = entry;
  const allowed = tellable(round, result, entry.unit, { at, reader }).map(canonical);
  if (allowed.includes(canonical(entry))) return [];
  const where = `${round.id}, question "${entry.question}", unit "${entry.from}"`;
  return [fault('ledger', `${where}: HR read what its pools do not allow.`)];
}

/** What is told is written down, and what is written down was told. */
function completeness({ round, result, figures, digests, ledger }: Told): Finding[] {
  const said = ({ at: _at, pools: _pools, ...entry }: LedgerEntry) => canonical(entry);
  const expected = digests.flatMap((digest) =>
    entriesOf(digest, figures, result, round.closesAt).map(said),
  );
  const written = ledger.map(said);
  const [missing, extra] = [missingFrom(written, expected), missingFrom(expected, written)];
  const findings: Finding[] = [];
  if (missing > 0) {
    findings.push(
      fault(
        'ledger',
        `${round.id}: ${many(missing, 'thing')} in digests without an entry in the ledger.`,
      ),
    );
  }
  if (extra > 0) {
    findings.push(
      fault(
        'ledger',
        `${round.id}: ${many(extra, 'entry', 'entries')} in the ledger that no digest says.`,
      ),
    );
  }
  return findings;
}

const FIGURES: readonly string[] = ['band', 'distribution', 'options'];

function isFigure(said: LedgerEntry['said']): said is Figure {
  return FIGURES.includes(said.shown);
}

/** A figure is what the rule makes of the whole pools at and below the unit that it is of. */
function figureFaults({ round, result, figures }: Told, entry: LedgerEntry): Finding[] {
  if (!isFigure(entry.said)) return [];
  const asked = figures.find(({ question }) => question.id === entry.question);
  const where = `${round.id}, question "${entry.question}", unit "${entry.from}"`;
  const path = pathToRoot(new Map(round.units.map((unit) => [unit.id, unit])), entry.unit);
  if (!asked || !path.some(({ id }) => id === entry.from)) {
    return [fault('ledger', `${where}: a figure of a question or unit that its reader has not.`)];
  }
  const below = subtree(round.units, entry.from);
  const mine = (result.pools.get(entry.question) ?? []).filter(({ unit }) => below.has(unit));
  const names = mine.map(({ unit }) => unit);
  if (canonical(names.toSorted()) !== canonical(entry.pools.toSorted())) {
    return [fault('ledger', `${where}: the ledger names other pools than are there.`)];
  }
  const sum = total(mine, below);
  const allowed = sum && sum.n >= round.floor && figure(asked.question, sum.n, sum.tally);
  if (!allowed || canonical(allowed) !== canonical(entry.said)) {
    return [fault('ledger', `${where}: a figure was told that its pools do not allow.`)];
  }
  if (asked.own(entry.from)) return [];
  const says = `${where}: told by an earlier version; today's rules would keep it back.`;
  return [warning('ledger', says)];
}

/** Changes, participation, comments, and what several rounds show: reckoned anew, as they were published. */
async function unitFaults(
  { round, result, figures }: Told,
  told: UnitDigest,
  history: readonly Past[],
  changed: MembersChanged,
): Promise<Finding[]> {
  const unit = round.units.find(({ id }) => id === told.unit);
  const where = `${round.id}, unit "${told.unit}"`;
  if (!unit) return [fault('ledger', `${where}: a digest of a unit that the round does not have.`)];
  const findings: string[] = [];
  if (!isOfToday(told, figures)) return [];
  const earlier = earlierOf(told, history);
  const again = await compose(unit, figures, earlier, round.floor, changed);
  const parts = ({ statements, participation }: Pick<UnitDigest, 'statements' | 'participation'>) =>
    canonical([statements, participation]);
  if (parts(again) !== parts(told)) {
    findings.push('a change, a range or a part that answered was told that does not follow.');
  }
  findings.push(...(await overTimeFaults(unit, told, round, history, changed)));
  if (!commentCounts(result, unit).includes(told.comments.length)) {
    findings.push('other comments were told than were released there.');
  }
  return findings.map((says) => fault('ledger', `${where}: ${says}`));
}

/** Where today's rules keep back what was told, the rest does not come out the same: that is told by its figures. */
function isOfToday({ unit, statements }: UnitDigest, figures: readonly Figures[]): boolean {
  return statements.every(({ question, from, above }) => {
    const asked = figures.find((each) => each.question.id === question);
    const shown = asked?.shown(unit);
    return from?.unit === shown?.unit.id && (!above || asked?.own(above.unit) !== undefined);
  });
}

/** The rounds with which it was compared, as it says itself. */
function earlierOf({ statements }: UnitDigest, history: readonly Past[]): Map<string, Earlier> {
  const earlier = new Map<string, Earlier>();
  for (const { question, change } of statements) {
    const past = history.find(
      ({ opensAt }) => change.kind !== 'first' && opensAt.toISOString() === change.since,
    );
    const figures = past?.figures.find((each) => each.question.id === question);
    if (past && figures) earlier.set(question, { ...past, figures });
  }
  return earlier;
}

async function overTimeFaults(
  unit: RoundUnit,
  { drift, engagement, beside }: UnitDigest,
  { id, floor }: Round,
  history: readonly Past[],
  changed: MembersChanged,
): Promise<string[]> {
  const from = (rounds: readonly string[]) => {
    const used = history.filter(({ round }) => rounds.includes(round) || round === id);
    return overTime(unit, used, floor, changed);
  };
  const faults: string[] = [];
  if (drift && canonical((await from(drift.rounds)).drift) !== canonical(drift)) {
    faults.push('a slow drift was told that its rounds do not show.');
  }
  if (
    engagement &&
    canonical((await from(engagement.rounds)).engagement) !== canonical(engagement)
  ) {
    faults.push('an engagement index was told that its rounds do not give.');
  }
  if (beside) {
    const again = (await from(beside.rounds)).beside;
    const isIn = (side: 'higher' | 'lower') =>
      beside[side].every((driver) => again?.[side].includes(driver));
    if (!isIn('higher') || !isIn('lower')) {
      faults.push('a comparison with other employers was told that its rounds do not show.');
    }
  }
  return faults;
}

/** For whoever leads the unit, and for HR, who reads more at the root. */
function commentCounts({ comments }: CountedRound, unit: RoundUnit): number[] {
  const count = (hr: boolean) =>
    comments
      .filter((pool) => pool.unit === unit.id && (!pool.hr || hr))
      .reduce((sum, { texts }) => sum + texts.length, 0);
  return unit.parent === undefined ? [count(false), count(true)] : [count(false)];
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [each.says, each])).values()];
}

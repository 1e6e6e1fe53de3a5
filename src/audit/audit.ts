/** The operator's check on a live installation: is there anything that must not be, and what could be linked now? */
import { type Programme, withMade } from '../campaign/programme.ts';
import type { Round } from '../campaign/round.ts';
import type { MembersChanged } from '../digest/compose.ts';
import { figuresOf } from '../digest/figures.ts';
import type { Past } from '../digest/over-time.ts';
import { isRelease } from '../exit/leaver.ts';
import { subtree } from '../org/unit.ts';
import type { Inspection, RoundFacts, StoreFacts } from '../ports/inspection.ts';
import type { CountedRound } from '../ports/store.ts';
import { differences } from './differences.ts';
import { checkFiles, checkModes, type ModeFacts } from './files.ts';
import { CHECKS, type Finding, fault, judged, many, ok } from './finding.ts';
import { checkInterviews } from './interviews.ts';
import { type AllKeys, checkKeys } from './keys.ts';
import { ledgerFaults } from './ledger.ts';
import { linkable } from './linkable.ts';
import { poolFaults } from './pools.ts';
import { releaseFaults, type ToldRelease } from './releases.ts';
import { checkRows, isBurned } from './rows.ts';
import { checkTables } from './tables.ts';
import { thresholds } from './thresholds.ts';

export interface Audited {
  readonly findings: readonly Finding[];
  /** What could be linked to people now, one sentence each. */
  readonly linkable: readonly string[];
}

/** What is looked at beside the store. */
export interface Surroundings {
  /** As written in `soundings.yaml`; absent: the demonstration. */
  readonly programme?: Programme;
  /** Undefined where no keys can be seen: a process that only takes clicks. */
  keys(rounds: readonly RoundFacts[]): Promise<AllKeys | undefined>;
  modes(): Promise<readonly ModeFacts[]>;
}

/** Reads, and changes nothing. What is wrong for a moment only, in the middle of a count, is gone when it is run again. */
export async function audit(look: Inspection, around: Surroundings): Promise<Audited> {
  const facts = await look.facts();
  const keys = await around.keys(facts.rounds);
  const storage = await look.storage(facts.rounds.filter(isBurned));
  const programme = around.programme && withMade(around.programme, await look.campaigns.list());
  const findings = [
    ...checkTables(facts),
    ...checkRows(facts),
    ...checkInterviews(facts),
    ...checkFiles(storage),
    ...checkModes(await around.modes()),
    ...(keys ? checkKeys(facts, keys) : [ok('keys', 'not seen from here: audit on a worker, too')]),
    ...(await checkFigures(look)),
    ...(await checkLog(look, facts)),
    ...thresholds(programme, facts.rounds),
  ];
  const inOrder = CHECKS.flatMap((check) => findings.filter((each) => each.check === check));
  return { findings: inOrder, linkable: linkable(facts, storage) };
}

/** What was found of all counted rounds so far. */
interface Figured {
  readonly pools: Finding[];
  readonly ledger: Finding[];
  readonly apart: Finding[];
  readonly releases: ToldRelease[];
  readonly history: Map<string, Past[]>;
  placed: number;
  entries: number;
  compared: number;
}

/** All counted rounds: their pools; and what was told of those that are published, oldest first. */
async function checkFigures(look: Inspection): Promise<Finding[]> {
  const rounds = await look.rounds.list({ states: ['counted', 'burned', 'published'] });
  const counts = { placed: 0, entries: 0, compared: 0 };
  const all: Figured = {
    pools: [],
    ledger: [],
    apart: [],
    releases: [],
    history: new Map(),
    ...counts,
  };
  for (const round of rounds.toReversed()) {
    const result = await look.results.result(round.id);
    if (!result) continue;
    all.pools.push(...poolFaults(round, result).map((says) => fault('pools', says)));
    all.placed += [...result.pools.values()].flat().length;
    if (round.state === 'published') await checkTold(look, round, result, all);
  }
  all.ledger.push(...releaseFaults(all.releases));
  const { placed, entries, compared } = all;
  return [
    ...judged('pools', all.pools, `${many(placed, 'pool')}, each of at least k, no ballots in two`),
    ...judged(
      'ledger',
      all.ledger,
      `${many(entries, 'entry', 'entries')}; all that was told is there, and follows from whole pools`,
    ),
    ...judged(
      'differences',
      all.apart,
      `${many(compared, 'difference')} of published sets, none of 1 to k-1 people`,
    ),
  ];
}

async function checkTold(
  look: Inspection,
  round: Round,
  result: CountedRound,
  all: Figured,
): Promise<void> {
  const { id, campaign, opensAt } = round;
  const ledger = await look.results.ledger(id);
  all.entries += ledger.length;
  if (isRelease(round)) {
    const { pools, comments } = result;
    all.releases.push({ release: { round, pools, comments }, ledger });
    return;
  }
  const sets = differences(round, result, ledger);
  all.compared += sets.compared;
  all.apart.push(...sets.faults.map((says) => fault('differences', says)));
  const figures = figuresOf(round, result.pools);
  const history = [...(all.history.get(campaign) ?? []), { round: id, opensAt, figures }];
  all.history.set(campaign, history);
  const told = { round, result, figures, ledger, digests: await look.digests(id) };
  all.ledger.push(...(await ledgerFaults(told, history, membersChanged(look, round))));
}

/** As they were counted when the round was published; once for each unit and earlier round. */
function membersChanged({ rounds, org }: Inspection, round: Round): MembersChanged {
  const known = new Map<string, Promise<number>>();
  const look = async (unit: string, past: Parameters<MembersChanged>[1]) => {
    const then = await rounds.get(past.round);
    const units = [...subtree(round.units, unit), ...(then ? subtree(then.units, unit) : [])];
    return org.membersChanged([...new Set(units)], past.opensAt, round.opensAt);
  };
  return (unit, past) => {
    const key = `${unit}\0${past.round}`;
    const count = known.get(key) ?? look(unit, past);
    known.set(key, count);
    return count;
  };
}

/** The hash is printed so that it can be written down: a log that was made anew from its start has another one. */
async function checkLog({ audit: log }: Inspection, { auditEnd }: StoreFacts): Promise<Finding[]> {
  const verdict = await log.verify();
  if ('brokenAt' in verdict) {
    const says = `The log of what HR and operators did was changed: its entry ${verdict.brokenAt + 1} is the first that does not fit.`;
    return [fault('audit log', says)];
  }
  if (!auditEnd) return [ok('audit log', 'empty')];
  const { entries, hash } = auditEnd;
  return [
    ok(
      'audit log',
      `${many(entries, 'entry', 'entries')}, none changed; write down the last hash: ${hash}`,
    ),
  ];
}

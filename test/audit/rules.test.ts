/** Rules of the audit that a whole town does not come to: pools of leavers, and figures that an earlier version told. */
import { expect, test } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { ledgerFaults } from '../../src/audit/ledger.ts';
import { poolFaults } from '../../src/audit/pools.ts';
import type { Pool } from '../../src/ballot/pools.ts';
import { type Figures, figuresOf } from '../../src/digest/figures.ts';
import type { CountedRound } from '../../src/ports/store.ts';
import type { ScoredQuestion } from '../../src/survey/question.ts';
import { roundOf } from '../support/round.ts';
import { TOWN } from '../support/town-people.ts';

const units = TOWN.units.map((unit) => ({ ...unit, invited: 10 }));
const TEAM: ScoredQuestion = { kind: 'five-point', id: 'team', text: { en: 'Team?' }, labels: [] };

function resultOf(pools: readonly Pool[]): CountedRound {
  return { pools: new Map([['team', pools]]), comments: [], ballots: 100, uncounted: 0 };
}

test('ballots of leavers of a unit may lie in pools that differ by job family, in one unit', () => {
  const release = roundOf({ id: 'exit-2026-q4', campaign: 'exit', questions: [TEAM], units });
  const pool = (unit: string, jobFamily?: string): Pool => ({
    ...{ unit, n: 5, tally: [0, 0, 5, 0, 0], from: ['lab'] },
    ...(jobFamily !== undefined && { jobFamily }),
  });
  const faults = (...pools: Pool[]) => poolFaults(release, resultOf(pools)).length;
  expect(faults(pool('lab', 'sales'), pool('lab'))).toBe(0);
  expect(faults(pool('lab', 'sales'), pool('firm'))).toBe(1);
  expect(faults(pool('lab', 'sales'), pool('lab', 'sales'))).toBe(1);
});

test('ballots of a pulse never do', () => {
  const round = roundOf({ questions: [TEAM], units });
  const pool: Pool = { unit: 'lab', n: 5, tally: [0, 0, 5, 0, 0], from: ['lab'] };
  const pools = [pool, { ...pool, jobFamily: 'sales' }];
  expect(poolFaults(round, resultOf(pools))).toHaveLength(1);
});

test('a figure of whole pools that stricter rules would keep back is a warning: an earlier version told it', async () => {
  const round = roundOf({ questions: [TEAM], units });
  const pool = (unit: string): Pool => ({ unit, n: 5, tally: [0, 0, 0, 0, 5], from: [unit] });
  const result = resultOf([pool('north'), pool('south')]);
  const said = figure(TEAM, 10, [0, 0, 0, 0, 10]);
  if (!said) throw new Error('Ten answers have a figure.');
  const entry = {
    at: round.closesAt,
    round: round.id,
    reader: 'sam',
    unit: 'sales',
    from: 'sales',
  };
  const ledger = [{ ...entry, question: 'team', pools: ['north', 'south'], said }];
  const levels = async (figures: readonly Figures[]) => {
    const told = { round, result, figures, digests: [], ledger };
    const found = await ledgerFaults(told, [], async () => 0);
    return found.filter(({ says }) => says.includes('question "team"')).map(({ level }) => level);
  };
  const today = figuresOf(round, result.pools);
  expect(await levels(today)).toEqual([]);
  expect(await levels(today.map((each) => ({ ...each, own: () => undefined })))).toEqual([
    'warning',
  ]);
});

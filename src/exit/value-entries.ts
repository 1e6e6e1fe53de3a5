/** What HR reads on the value page, as entries of the ledger; turnover has none: it is made of no answers. */
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { Round } from '../campaign/round.ts';
import type { CountedRound } from '../ports/store.ts';
import { WHY_US } from '../stock/stay.ts';
import { reportEntries } from './exit-report.ts';
import { exposedIn } from './exposure.ts';
import { isMirror, pulseIn, stayIn, type ValueReport } from './value.ts';

type About = Pick<LedgerEntry, 'at' | 'reader'>;

/** One for each figure that is shown, and one for the comments. */
export function valueEntries(
  told: Omit<ValueReport, 'name' | 'retention'>,
  about: About,
): LedgerEntry[] {
  const { unit, drives, exposure, stay, stays, whyUs, exits, release } = told;
  const here = { ...about, page: 'value' } as const;
  const verbatims = whyUs.length > 0 ? [{ question: WHY_US, texts: whyUs }] : [];
  const interview = { unit, lines: stays, later: [], families: [], verbatims };
  return [
    ...drives.map(({ round, question, pools, figure: said }) => {
      return { ...here, round, unit, from: unit, question, pools, said };
    }),
    ...exposure.flatMap(({ share, unit: from, round, question, pools, figure: said }) =>
      share ? [{ ...here, round, unit, from, question: question.id, pools, said }] : [],
    ),
    ...(stay === undefined ? [] : reportEntries(interview, { ...here, round: stay })),
    ...(exits && release !== undefined ? reportEntries(exits, { ...here, round: release }) : []),
  ];
}

/** All that the page of this unit may ever say of one round that is no release, whomever its mirror was held up to. */
export function tellable(
  round: Round,
  result: CountedRound,
  unit: string,
  about: About,
): LedgerEntry[] {
  const everybody = round.units.map(({ id }) => id);
  const exposure = isMirror(round) ? exposedIn(round, result, unit, everybody) : [];
  const told = { unit, drives: pulseIn(round, result, unit), exposure };
  return valueEntries({ ...told, ...stayIn(round, result, unit) }, about);
}

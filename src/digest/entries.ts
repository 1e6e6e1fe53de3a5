/** What a digest says, as entries of the ledger. */
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { CountedRound } from '../ports/store.ts';
import type { Digest, Statement, UnitDigest } from './digest.ts';
import type { Figures } from './figures.ts';
import { ifAllHadAnswered } from './range.ts';

type About = Pick<LedgerEntry, 'at' | 'round' | 'reader' | 'unit'>;

/**
 * One entry for each thing that `digest` says. What it suggests has none: that follows from the statements above it, which
 * have theirs, and from what readers decided, which is no answer. It tells nothing that they don't. Nor have themes: they
 * follow from the released comments of the same entry, word for word.
 */
export function entriesOf(
  { round, reader, units }: Digest,
  figures: readonly Figures[],
  result: CountedRound,
  at: Date,
): LedgerEntry[] {
  return units.flatMap((told) => {
    const about = { at, round, reader, unit: told.unit };
    return [
      ...told.statements.flatMap((statement) => statementEntries(about, statement, figures)),
      ...furtherEntries(about, told, result),
      ...overTimeEntries(about, told),
    ];
  });
}

/** Its figure, what that would be if everybody had answered, the one it is compared with, and a clear change. */
function statementEntries(
  about: About,
  { question, from, figure, backing, above, change }: Statement,
  figures: readonly Figures[],
): LedgerEntry[] {
  const asked = figures.find((each) => each.question.id === question);
  const entry = (unit: string, said: LedgerEntry['said']): LedgerEntry => {
    return { ...about, from: unit, question, pools: asked?.own(unit)?.pools ?? [], said };
  };
  const entries: LedgerEntry[] = [];
  if (from && figure) {
    entries.push(entry(from.unit, figure));
    const range = backing ? ifAllHadAnswered(figure, backing) : {};
    if (range.probably || range.certainly)
      entries.push(entry(from.unit, { shown: 'range', ...range }));
  }
  if (above) entries.push(entry(above.unit, above.figure));
  if (change.kind === 'clear') {
    const { since, direction } = change;
    entries.push(entry(about.unit, { shown: 'change', since, direction }));
  }
  return entries;
}

/** Participation and comments, which belong to no single question's figure. */
function furtherEntries(
  about: About,
  { unit, participation, comments }: UnitDigest,
  result: CountedRound,
): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  if (participation) {
    const said = { shown: 'participation', band: participation } as const;
    entries.push({ ...about, from: unit, question: '', pools: [], said });
  }
  if (comments.length > 0) {
    const asked = result.comments.filter((pool) => pool.unit === unit);
    const question = [...new Set(asked.map((pool) => pool.question))].join(' ');
    const said = { shown: 'comments', count: comments.length } as const;
    entries.push({ ...about, from: unit, question, pools: [unit], said });
  }
  return entries;
}

/** What follows from the figures of several rounds. */
function overTimeEntries(
  about: About,
  { unit, drift, engagement, beside }: UnitDigest,
): LedgerEntry[] {
  const entry = (said: LedgerEntry['said']): LedgerEntry => {
    return { ...about, from: unit, question: '', pools: [], said };
  };
  const entries: LedgerEntry[] = [];
  if (drift) entries.push(entry({ shown: 'drift', ...drift }));
  if (engagement) {
    const { index, rounds } = engagement;
    entries.push(entry({ shown: 'engagement', index, rounds }));
  }
  if (beside) {
    const { higher, lower, rounds } = beside;
    entries.push(entry({ shown: 'beside', higher, lower, rounds }));
  }
  return entries;
}

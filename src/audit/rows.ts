/** Whether the rows of each round are those that its state allows: none that the burn should have taken. */
import type { RoundState } from '../campaign/round.ts';
import { LANGUAGE_TAGS } from '../message/languages.ts';
import type { RoundFacts, RoundTable, StoreFacts } from '../ports/inspection.ts';
import { type Finding, fault, judged, many, warning } from './finding.ts';

const TAKING: readonly RoundState[] = ['open', 'closing'];
const COUNTED: readonly RoundState[] = ['counted', 'burned', 'published'];
const PUBLISHED: readonly RoundState[] = ['published'];

/** In which states of its round each kind of row may be there. */
const ALLOWED: Readonly<Record<RoundTable, readonly RoundState[]>> = {
  envelope: TAKING,
  question: TAKING,
  carried: TAKING,
  pool: COUNTED,
  comment: COUNTED,
  digest: PUBLISHED,
  ledger: PUBLISHED,
  'digest delivery': PUBLISHED,
};

/** Rows in the words of an operator, and what they would tell. */
const WORDS: Readonly<Record<RoundTable, readonly [one: string, more: string]>> = {
  envelope: ['sealed envelope', 'sealed envelopes'],
  question: ['record of who was asked', 'records of who was asked'],
  carried: ['carried envelope', 'carried envelopes'],
  pool: ['pool', 'pools'],
  comment: ['released comment', 'released comments'],
  digest: ['digest', 'digests'],
  ledger: ['ledger entry', 'ledger entries'],
  'digest delivery': ['delivery of a digest', 'deliveries of digests'],
};

/** Whether nothing of the round may be left but what was counted together. */
export function isBurned({ state }: Pick<RoundFacts, 'state'>): boolean {
  return state === 'burned' || state === 'published' || state === 'cancelled';
}

export function checkRows(facts: StoreFacts): readonly Finding[] {
  const rounds = new Map(facts.rounds.map((round) => [round.id, round]));
  const waiting = facts.rounds.filter(({ state }) => state === 'counted');
  const wrong = [
    ...misplaced(facts.rows, rounds),
    ...boxFaults(facts, rounds),
    ...messageFaults(facts, rounds),
    ...waiting.map(({ id }) =>
      warning(
        'rows',
        `Round ${id} is counted, but its files wait to be cleaned. The log says what hinders it.`,
      ),
    ),
  ];
  const open = facts.rounds.filter(({ state }) => TAKING.includes(state)).length;
  const burned = facts.rounds.filter(isBurned).length;
  return judged(
    'rows',
    wrong,
    `${many(burned, 'round')} burned or cancelled without a trace of who was asked or answered, ${open} open`,
  );
}

function misplaced(rows: StoreFacts['rows'], rounds: ReadonlyMap<string, RoundFacts>): Finding[] {
  return [...rows].flatMap(([table, byRound]) =>
    [...byRound].flatMap(([id, n]) => {
      const round = rounds.get(id);
      if (round && ALLOWED[table].includes(round.state)) return [];
      const [one, more] = WORDS[table];
      const where = round
        ? `round ${id}, which is ${round.state}`
        : `round ${id}, which is unknown`;
      return [fault('rows', `${many(n, one, more)} of ${where}: must not be there.`)];
    }),
  );
}

/** Every envelope is of somebody who was asked, to a question that was, and as long as the others to it. */
function boxFaults(
  { envelopes, uninvited }: StoreFacts,
  rounds: ReadonlyMap<string, RoundFacts>,
): Finding[] {
  const strange = envelopes.filter(
    ({ round, question }) => rounds.get(round)?.questions.includes(question) === false,
  );
  const uneven = envelopes.filter(({ lengths }) => lengths > 1);
  return [
    ...[...uninvited].map(([id, n]) =>
      fault('rows', `${many(n, 'envelope')} of round ${id} of people who were not asked in it.`),
    ),
    ...strange.map(({ round }) =>
      fault('rows', `Envelopes of round ${round} to a question that it does not ask.`),
    ),
    ...uneven.map(({ round }) =>
      fault(
        'rows',
        `Envelopes of round ${round} to one question differ in length, which may tell what is in them.`,
      ),
    ),
  ];
}

/** After the burn everybody's message reads the same, in their language, and reminders, which only the silent got, are gone. */
function messageFaults(
  { messages }: StoreFacts,
  rounds: ReadonlyMap<string, RoundFacts>,
): Finding[] {
  return messages.flatMap(({ round: id, messages: all, people, different }) => {
    const round = rounds.get(id);
    if (!round || !isBurned(round)) return [];
    const wrong: Finding[] = [];
    if (all > people) {
      wrong.push(
        fault(
          'rows',
          `Reminders of round ${id}, which is ${round.state}: they tell who was silent.`,
        ),
      );
    }
    if (different > LANGUAGE_TAGS.length) {
      wrong.push(
        fault(
          'rows',
          `Messages of round ${id}, which is ${round.state}, differ: they may tell who answered.`,
        ),
      );
    }
    return wrong;
  });
}

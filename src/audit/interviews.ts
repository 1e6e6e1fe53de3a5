/** Whether of leavers only that is kept which is still needed: drafts while open, records while named, nothing of a release. */
import type { KeptFacts, LeaverMarks, StoreFacts } from '../ports/inspection.ts';
import { type Finding, fault, judged, many } from './finding.ts';

const WAVES = [
  { wave: 'door', planned: 'round' },
  { wave: 'later', planned: 'laterRound' },
] as const;

type Counted = (round: string | undefined) => boolean;

export function checkInterviews({
  leavers,
  kept,
  rounds,
}: Pick<StoreFacts, 'leavers' | 'kept' | 'rounds'>): readonly Finding[] {
  const states = new Map(rounds.map(({ id, state }) => [id, state]));
  const counted: Counted = (round) => {
    const state = round === undefined ? undefined : states.get(round);
    return state !== undefined && state !== 'open' && state !== 'closing';
  };
  const wrong = [
    ...keptFaults(leavers, kept),
    ...leavers.flatMap((leaver) => [...marksLeft(leaver, counted), ...withdrawnFaults(leaver)]),
  ];
  return judged(
    'interviews',
    wrong.map((says) => fault('interviews', says)),
    `${many(leavers.length, 'leaver')}; drafts of open interviews only, records of named ones only`,
  );
}

function keptFaults(leavers: readonly LeaverMarks[], kept: readonly KeptFacts[]): string[] {
  const known = new Map(leavers.map((leaver) => [leaver.id, leaver]));
  return kept.flatMap(({ what, leaver: id, wave }) => {
    const leaver = known.get(id);
    const needed = what === 'draft' ? 'open' : 'named';
    if (leaver?.[wave] === needed && leaver.state !== 'withdrawn') return [];
    const is = leaver ? `whose interview is not ${needed}` : 'who is unknown';
    return [`A ${what} of leaver ${id}, ${is}: must not be there.`];
  });
}

/** As `adapters/store/burn-leavers.ts` leaves them: of a counted release only `named` says that somebody took part. */
function marksLeft(leaver: LeaverMarks, counted: Counted): string[] {
  const faults: string[] = [];
  for (const { wave, planned } of WAVES) {
    const mark = leaver[wave];
    if (mark !== undefined && mark !== 'named' && counted(leaver[planned])) {
      faults.push(
        `Leaver ${leaver.id} still bears "${mark}" for release ${leaver[planned]}, which is counted: it tells who took part.`,
      );
    }
  }
  if (!choiceIsNeeded(leaver, counted)) {
    faults.push(
      `Leaver ${leaver.id} still bears the choice "${leaver.access}", which no interview needs any more.`,
    );
  }
  return faults;
}

/** The choice is one for both waves. When a release is counted it stays only where it tells no more than the marks do. */
function choiceIsNeeded(leaver: LeaverMarks, counted: Counted): boolean {
  const { access } = leaver;
  const waiting = WAVES.filter(({ planned }) => !counted(leaver[planned]));
  if (access === undefined || waiting.length === WAVES.length) return true;
  const marks = [leaver.door, leaver.later];
  if (marks.includes('open') || (access === 'named' && marks.includes('named'))) return true;
  return waiting.some(({ wave }) => leaver[wave] === 'pooled');
}

function withdrawnFaults({ id, state, access, door, later }: LeaverMarks): string[] {
  const isLeft = [access, door, later].some((each) => each !== undefined);
  return state === 'withdrawn' && isLeft
    ? [`Leaver ${id} was withdrawn, but still bears what they chose: must not be there.`]
    : [];
}

/** Announces, corrects and withdraws leavers, whoever says so: HR in chat, a file, an HR system. */
import type { Programme } from '../campaign/programme.ts';
import type { Ports } from '../ports/ports.ts';
import type { Announcement } from './announcement.ts';
import { askDays } from './ask-days.ts';
import { checkAnnouncements, type Faults, type Step } from './check-announcements.ts';
import type { Leaver } from './leaver.ts';
import { replan } from './replan.ts';
import { withdraw } from './withdraw.ts';

export type Announced =
  /** How many of each; `late` are announced too late to be asked before their last day. */
  | {
      readonly announced: number;
      readonly corrected: number;
      readonly withdrawn: number;
      readonly late: number;
    }
  /** By index of the announcement; nothing was changed. */
  | { readonly faults: Faults };

/**
 * All or none. Said again, the same changes nothing. What changes is on record first, under `source`: a person's id, or the
 * name of a file or door.
 */
export async function announce(
  ports: Ports,
  programme: Programme,
  source: string,
  announcements: readonly Announcement[],
  now: Date,
): Promise<Announced> {
  const { store } = ports;
  const checked = await checkAnnouncements(store, programme, announcements, now);
  if ('faults' in checked) return checked;
  const { steps } = checked;
  for (const each of steps) {
    const { step, leaver } = each;
    await store.audit.append({ at: now, who: source, did: DID[step], to: leaver.id });
    await take(ports, programme, each, now);
  }
  const count = (step: Step['step']) => steps.filter((each) => each.step === step).length;
  // What was deleted is to leave no trace in the files either.
  if (count('withdraw') > 0) await store.results.clean();
  return {
    announced: count('add'),
    corrected: count('correct'),
    withdrawn: count('withdraw'),
    late: await countLate(ports, programme, steps),
  };
}

const DID: Readonly<Record<Step['step'], string>> = {
  add: 'leaver-announce',
  correct: 'leaver-correct',
  withdraw: 'leaver-withdraw',
};

async function take(ports: Ports, programme: Programme, step: Step, now: Date): Promise<void> {
  const { leavers } = ports.store;
  switch (step.step) {
    case 'add': {
      if (await leavers.add(step.leaver)) return;
      // Somebody else has just announced them.
      const known = await leavers.of(step.leaver.person);
      if (known) await leavers.correct(known.id, step.leaver);
      return;
    }
    case 'correct': {
      const { leaver, facts } = step;
      await leavers.correct(leaver.id, facts);
      if (facts.lastDay === leaver.lastDay) return;
      return replan(ports, programme, { ...leaver, ...facts }, now);
    }
    case 'withdraw':
      return withdraw(ports, programme, step.leaver);
  }
}

/** Nobody is asked on the last day, nor before there was time to correct it. */
async function countLate(
  ports: Ports,
  programme: Programme,
  steps: readonly Step[],
): Promise<number> {
  const { deliveries } = ports.store;
  const moved = steps.flatMap((each): Leaver[] => {
    if (each.step === 'add') return [each.leaver];
    const isMoved = each.step === 'correct' && each.facts.lastDay !== each.leaver.lastDay;
    return isMoved ? [{ ...each.leaver, ...each.facts }] : [];
  });
  const dayOf = await askDays(ports, programme, moved);
  let late = 0;
  for (const leaver of moved.filter((each) => dayOf(each) === undefined)) {
    const sent = leaver.round && (await deliveries.of(leaver.round, leaver.person));
    if (!sent || sent.messages === 0) late++;
  }
  return late;
}

/** Who left the invented company in the year before it is visited, and what they said: names and words made up for it. */
import type { LeaverFacts } from '../exit/leaver.ts';
import type { Answers } from '../exit/steps.ts';
import type { Person } from '../org/person.ts';
import { ASPECTS } from '../stock/exit-offer.ts';
import { uniform } from './random.ts';

export interface DemoLeaver extends Omit<LeaverFacts, 'lastDay'> {
  readonly person: Person;
  /** Months after the first of the story, and the day of that month. */
  readonly month: number;
  readonly day: number;
}

/** Unit, job family, names; three leave a month, in this order. */
const GONE: readonly (readonly [unit: string, jobFamily: string, names: string])[] = [
  [
    'firmware',
    'Engineering',
    'Ruben Aldenhoff, Mira Castellane, Jasper Oomen, Noor Bakshi, Timo Wehrmann, Carla Bastos, Ilya Domrin',
  ],
  [
    'assembly',
    'Production',
    'Gero Plambeck, Silke Wulff, Hakan Tezcan, Danuta Sroka, Rolf Isenberg, Meike Jürs',
  ],
  [
    'charts',
    'Engineering',
    'Evan Prichard, Shreya Kulkarni, Owen Tregarthen, Lucie Morvan, Bram Stolk, Neha Joglekar',
  ],
  [
    'sales-europe',
    'Sales',
    'Pilar Outeiro, Gavin Sutcliffe, Maud Lescop, Henning Brix, Aoife Galvin',
  ],
  [
    'service-pacific',
    'Service',
    'Kenta Morikawa, Talia Renwick, Hugo Ashdown, Rin Ogasawara, Dale Pomeroy',
  ],
  ['finance', 'Services', 'Ulrike Tamm, Corin Whitley'],
  ['acoustics', 'Engineering', 'Vera Lindhorst, Edgar Nieboer'],
];

/** Months in which somebody leaves. */
export const LEAVING_MONTHS = 11;

/** The same people every time. */
export function demoLeavers(): readonly DemoLeaver[] {
  const all = GONE.flatMap(([unit, jobFamily, names]) =>
    names.split(', ').map((name) => ({ unit, jobFamily, name })),
  );
  return all.map(({ unit, jobFamily, name }, i): DemoLeaver => {
    const id = name
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(' ', '.');
    const chance = uniform('kind', id);
    const weeks = Math.floor(30 + 420 * uniform('tenure', id) ** 2);
    const startDate = new Date(Date.UTC(2025, 5, 1) - weeks * 7 * 86_400_000);
    return {
      person: {
        id,
        name,
        email: `${id}@gannet-vane.example`,
        unit,
        startDate: startDate.toISOString().slice(0, 10),
      },
      jobFamily,
      kind: chance < 0.8 ? 'resigned' : chance < 0.9 ? 'contract-ended' : 'retired',
      regretted: uniform('regretted', id) < 0.55,
      month: (i * 7) % LEAVING_MONTHS,
      day: 18 + Math.floor(10 * uniform('day', id)),
    };
  });
}

const ORDER = demoLeavers().map(({ person }) => person.id);

/** What drew people away, by job family: likelier ones stand twice. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  Engineering: ['pay', 'pay', 'growth', 'growth', 'work', 'leadership'],
  Production: ['pay', 'workload', 'workload', 'manager'],
  Sales: ['pay', 'growth', 'leadership', 'culture'],
  Service: ['workload', 'workload', 'growth', 'culture'],
  Services: ['growth', 'leadership'],
};

/** No two people say the same. */
const PROMISED: readonly string[] = [
  'A fixed day for learning each week, in writing.',
  'That I may live where I want and come in twice a month.',
  'A lead role within a year, with a date.',
  'No on-call, and somebody who does it by choice.',
  'Pay by a table that everybody can read.',
  'A small team with one product, not five.',
  'Four days, same money.',
  'A manager who has done the work.',
  'That overtime is paid or taken off in the same month.',
  'Shares, and a look at the books.',
  'A desk by a window and a door that closes.',
  'Early shift only, for good.',
  'Two conferences a year, travel paid up front.',
  'The title I have been doing the work of since last spring.',
  'Parental leave without a raised eyebrow.',
  'That I may say no to weekends.',
  'Customers in one time zone.',
  'A raise after six months, if I am as good as I said.',
  'New tools within a week of asking.',
  'A boss who reads what I write.',
  'Remote from the first day on.',
  'One owner for each decision.',
  'A mentor, by name.',
  'That nobody rings after six.',
];

const CHANGES: readonly string[] = [
  'Say what a raise depends on, and keep to it.',
  'Let teams close their own faults before new ones are opened.',
  'One list of priorities, not three.',
  'Ask the people on the line before you move a line.',
  'End the night calls for everybody who did not sign up for them.',
  'Talk to people in their second year. That is when we all start to look.',
  'Make the career paths real: nobody has walked them.',
  'Let us work from where the sea is.',
  'Fewer reorganisations. Three in two years is three too many.',
  'Thank people while they are still here.',
  'Give each team one day a week without meetings.',
  'Pay the same for the same work in every town.',
  'Publish the roadmap before customers have it.',
  'Replace people before they are gone, not after.',
  'Let somebody else than the manager say no to training.',
  'Count the overtime. All of it.',
  'Hire for the work, not for the org chart.',
  'Turn the heating on in hall three.',
  'Decide things in the week in which they come up.',
  'Stop calling it a family.',
  'Tell us what the survey changed.',
  'Let night shifts choose their own rota.',
  'Give the old tools a funeral.',
  'One handover hour that suits Pune, too.',
];

/** Answers at the door; `later` is what the same person says months after. */
export function demoInterview(
  { person, jobFamily = '', kind }: DemoLeaver,
  later: boolean,
): Answers {
  const { id } = person;
  const place = ORDER.indexOf(id);
  const pick = (of: readonly string[], what: string) =>
    of[Math.floor(of.length * uniform(what, id))] ?? of[0] ?? '';
  const reasons = REASONS[jobFamily] ?? ['growth'];
  // What people say at the door is kinder to those whom they still see.
  const reason = later && uniform('later', id) < 0.3 ? 'manager' : pick(reasons, 'reason');
  const looking = {
    'exit-reason': [reason],
    'exit-stay': [pick(['pay', 'growth', 'talk', 'flexibility', 'workload', 'nothing'], 'stay')],
    'exit-return': [String(1 + Math.floor(5 * uniform('return', id)))],
    'exit-recommend': [String(3 + Math.floor(8 * uniform('recommend', id)))],
    ...(uniform('change', id) < 0.7 && {
      'exit-change': [wordsOf(CHANGES, later ? place + 11 : place)],
    }),
  };
  if (later) return looking;
  const moves = kind === 'resigned' && uniform('moves', id) < 0.85;
  return {
    'exit-kind': [kind ?? 'resigned'],
    ...looking,
    'exit-thought': [pick(['quarter-year', 'half-year', 'half-year', 'year'], 'thought')],
    'exit-trigger': [
      pick(['approached', 'refused', 'others', 'gradual', 'reorganisation'], 'trigger'),
    ],
    'exit-offer': [moves ? 'employer' : pick(['own', 'break', 'looking'], 'elsewhere')],
    ...(moves && offerOf(id, place, pick)),
  };
}

/** Per cent of offers that were better in each aspect. */
const BETTER: Readonly<Record<string, number>> = {
  pay: 0.75,
  level: 0.45,
  growth: 0.6,
  flexibility: 0.7,
  location: 0.65,
  workload: 0.35,
  culture: 0.3,
  purpose: 0.15,
  stability: 0.2,
};

function wordsOf(deck: readonly string[], place: number): string {
  return deck[place % deck.length] ?? '';
}

function offerOf(
  id: string,
  place: number,
  pick: (of: readonly string[], what: string) => string,
): Answers {
  const grid = ASPECTS.map(({ id: aspect }): [string, string[]] => {
    const chance = uniform('offer', aspect, id);
    const better = BETTER[aspect] ?? 0.4;
    return [
      `exit-offer-${aspect}`,
      [chance < better ? 'better' : chance < better + 0.3 ? 'same' : 'worse'],
    ];
  });
  return {
    ...Object.fromEntries(grid),
    'exit-offer-employer': [
      pick(['competitor', 'same-field', 'other-field', 'other-field'], 'employer'),
    ],
    'exit-offer-most': [pick(['pay', 'pay', 'location', 'flexibility', 'growth'], 'most')],
    'exit-offer-band': [pick(['same', 'to-10', 'to-20', 'to-20', 'to-30'], 'band')],
    ...(uniform('promised', id) < 0.75 && { 'exit-offer-promised': [wordsOf(PROMISED, place)] }),
  };
}

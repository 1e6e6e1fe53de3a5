/** The demonstration's one campaign: a weekly pulse over every driver, and the recommend score. */

import { FLOOR } from '../anonymity/floor.ts';
import { shift } from '../campaign/cadence.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Programme } from '../campaign/programme.ts';
import { USUAL_EXITS } from '../exit/rules.ts';
import { COMMENT, PULSE_CORE, RECOMMEND } from '../stock/pulse.ts';
import { COMPANY_NAME, DEMO_HR, DEMO_TIMEZONE } from './company.ts';

/** Rounds that lie behind the visitor, counted through the same code as any. */
export const PAST_ROUNDS = 12;

/** Five trios, so arranged that the visitor's round asks what has changed in this company. */
const CORE = [...PULSE_CORE, { ...RECOMMEND, driver: 'recommend' }];
const ORDER = [
  ...['role', 'training', 'pay'],
  ...['flexibility', 'manager', 'team'],
  ...['workload', 'recognition', 'growth'],
  ...['leadership', 'fairness', 'belonging'],
  ...['well-being', 'staying', 'recommend'],
];

/** The programme whose first round opens on the Monday on or after `starts` (`YYYY-MM-DD`). */
export function demoProgramme(starts: string): Programme & { readonly campaigns: [Campaign] } {
  return {
    organisation: COMPANY_NAME,
    timezone: DEMO_TIMEZONE,
    locale: 'en',
    hr: DEMO_HR,
    exits: {
      ...USUAL_EXITS,
      // In a company of this size a quarter has too few leavers for more than one pool.
      period: 'half-year',
      contacts: [{ name: 'Renske Haverkamp, ombudsperson', reach: '+44 20 7946 0150' }],
    },
    campaigns: [
      {
        id: 'pulse',
        name: 'Weekly pulse',
        cadence: {
          every: 'week',
          opens: { weekday: 1, time: '09:00' },
          closes: { weekday: 5, time: '17:00' },
          timezone: DEMO_TIMEZONE,
          starts,
        },
        questions: ORDER.flatMap((driver) => CORE.filter((each) => each.driver === driver)),
        perRound: 3,
        comment: COMMENT,
        audience: [],
        askAt: '10:00',
        reminders: 2,
        floor: FLOOR.usual,
      },
    ],
  };
}

/** The Monday of the week of `date`, so many weeks earlier. */
export function mondayBefore(date: string, weeks: number): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shift(date, -weekday - 7 * weeks);
}

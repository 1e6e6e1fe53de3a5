/** Release periods: leavers whose last days lie in one of them are counted together, a while after its end. */
import { shift, wallTimeToInstant } from '../campaign/cadence.ts';
import { RELEASES, type Wave } from './leaver.ts';
import { addMonths } from './retention.ts';
import { type ExitRules, LINK_DAYS } from './rules.ts';

export interface Period {
  /** Id of its round, such as `exit-2026-q4`. */
  readonly id: string;
  readonly campaign: string;
  /** Differs between periods of different lengths too: the length may be configured anew. */
  readonly number: number;
  /** Its last day, `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly closesAt: Date;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6 } as const;

/** The period that `day` (`YYYY-MM-DD`) lies in. The second wave's waits for the last of its links to run out. */
export function periodOf(
  day: string,
  wave: Wave,
  { period, delayDays }: Pick<ExitRules, 'period' | 'delayDays'>,
  timezone: string,
): Period {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const months = MONTHS[period];
  const part = Math.floor((month - 1) / months);
  const first = `${year}-${String(part * months + 1).padStart(2, '0')}-01`;
  const lastDay = shift(addMonths(first, months), -1);
  const wait = wave === 'later' ? Math.max(delayDays, LINK_DAYS) : delayDays;
  const campaign = RELEASES[wave];
  return {
    id: `${campaign}-${year}-${nameOf(period, part)}`,
    campaign,
    number: (year * 12 + part * months) * 10 + months,
    lastDay,
    closesAt: wallTimeToInstant(shift(lastDay, wait + 1), '09:00', timezone),
  };
}

/** The one after it. */
export function periodAfter(
  { lastDay }: Pick<Period, 'lastDay'>,
  wave: Wave,
  rules: Pick<ExitRules, 'period' | 'delayDays'>,
  timezone: string,
): Period {
  return periodOf(shift(lastDay, 1), wave, rules, timezone);
}

/** The last day of the period that a round counts, from its close. */
export function lastDayOf(id: string): string {
  const [, year = '', part = ''] = /-(\d{4})-(q[1-4]|h[12]|\d{2})$/.exec(id) ?? [];
  const months = part.startsWith('q') ? 3 : part.startsWith('h') ? 6 : 1;
  const before = months === 1 ? Number(part) - 1 : (Number(part.slice(1)) - 1) * months;
  return shift(addMonths(`${year}-01-01`, before + months), -1);
}

function nameOf(period: ExitRules['period'], part: number): string {
  if (period === 'month') return String(part + 1).padStart(2, '0');
  return `${period === 'quarter' ? 'q' : 'h'}${part + 1}`;
}

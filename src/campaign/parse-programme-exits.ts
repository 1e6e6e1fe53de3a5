/** The section `exits` of `soundings.yaml`: how exit interviews are run. */
import { z } from 'zod';
import { type ExitRules, USUAL_EXITS } from '../exit/rules.ts';

const words = z.string().trim().min(1, 'must not be empty');
const whole = (least: number, most: number, usual: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.int(message).min(least, message).max(most, message).default(usual);
};

/** Days to settle after a period ends: until then a named interview can still be made pooled. */
const LEAST_DELAY = 14;

export const exitsSchema = z
  .strictObject({
    ask_days_before: whole(1, 60, USUAL_EXITS.askDaysBefore),
    period: z
      .enum(['month', 'quarter', 'half-year'], 'must be month, quarter or half-year')
      .default(USUAL_EXITS.period),
    delay_days: whole(LEAST_DELAY, 365, USUAL_EXITS.delayDays),
    keep_months: whole(1, 120, USUAL_EXITS.keepMonths),
    later_months: whole(1, 24, USUAL_EXITS.laterMonths),
    contacts: z.array(z.strictObject({ name: words, reach: words })).default([]),
  })
  .prefault({});

export function exitRulesFrom(raw: z.infer<typeof exitsSchema>): ExitRules {
  return {
    askDaysBefore: raw.ask_days_before,
    period: raw.period,
    delayDays: raw.delay_days,
    keepMonths: raw.keep_months,
    laterMonths: raw.later_months,
    contacts: raw.contacts,
  };
}

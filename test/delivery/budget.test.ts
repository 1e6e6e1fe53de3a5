/** The attention budget: who gives way, and that nobody gets more than it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cadence, windowOf } from '../../src/campaign/cadence.ts';
import { BUDGET_DAYS, fits, type Pings } from '../../src/delivery/budget.ts';

const DAY = 86_400_000;

function campaign(id: string, every: Cadence['every'], weekday: 1 | 2 | 3 | 4 = 1) {
  const cadence: Cadence = {
    every,
    opens: { weekday, time: '09:00' },
    closes: { weekday: 5, time: '17:00' },
    timezone: 'Europe/Berlin',
    starts: '2026-01-01',
  };
  return { id, cadence };
}
type Campaign = ReturnType<typeof campaign>;

const asked = (counts: Readonly<Record<string, number>>, reminded = 0): Pings => ({
  asked: new Map(Object.entries(counts)),
  reminded,
});

const WEEKLY = campaign('weekly', 'week');
const SECOND = campaign('second', 'two-weeks');
const THIRD = campaign('third', 'month');
const ALL = [WEEKLY, SECOND, THIRD];
/** Five rounds of the weekly, three of the second, one or two of the monthly. */
const NONE = asked({});

describe('what gives way', () => {
  test('nothing, while the budget holds all that campaigns may ask for and a reminder too', () => {
    for (const { id } of ALL) expect(fits('question', id, ALL, NONE, 20)).toBe(true);
    expect(fits('reminder', 'weekly', ALL, NONE, 20)).toBe(true);
  });

  test('reminders first: they may use only what no campaign needs for its questions', () => {
    for (const kept of [1, 5, 8]) {
      expect(fits('reminder', 'weekly', ALL, NONE, kept)).toBe(false);
      expect(fits('reminder', 'third', ALL, NONE, kept)).toBe(false);
    }
    expect(fits('question', 'weekly', ALL, NONE, 8)).toBe(true);
    expect(fits('question', 'second', ALL, NONE, 8)).toBe(true);
  });

  test('then the campaigns, the last of the list first', () => {
    expect(fits('question', 'third', ALL, NONE, 8)).toBe(false);
    expect(fits('question', 'second', ALL, NONE, 6)).toBe(true);
    expect(fits('question', 'second', ALL, NONE, 5)).toBe(false);
    expect(fits('question', 'weekly', ALL, NONE, 5)).toBe(true);
    expect(fits('question', 'weekly', ALL, NONE, 1)).toBe(true);
  });

  test('the first too, once the budget is spent', () => {
    expect(fits('question', 'weekly', ALL, asked({ weekly: 2 }), 3)).toBe(true);
    expect(fits('question', 'weekly', ALL, asked({ weekly: 3 }), 3)).toBe(false);
    expect(fits('question', 'weekly', ALL, asked({ weekly: 1 }, 2), 3)).toBe(false);
    expect(fits('question', 'weekly', ALL, asked({ third: 3 }), 3)).toBe(false);
  });

  test('a campaign that has been taken off the list still counts, and comes last', () => {
    expect(fits('question', 'weekly', ALL, asked({ gone: 4 }), 5)).toBe(true);
    expect(fits('question', 'weekly', ALL, asked({ gone: 5 }), 5)).toBe(false);
    expect(fits('question', 'gone', ALL, NONE, 8)).toBe(false);
    expect(fits('question', 'gone', ALL, NONE, 20)).toBe(true);
  });

  test('whoever was asked more often than planned has that taken off, not given twice', () => {
    expect(fits('question', 'second', ALL, asked({ weekly: 7 }), 8)).toBe(true);
    expect(fits('question', 'second', ALL, asked({ weekly: 8 }), 8)).toBe(false);
  });
});

interface Ping {
  readonly campaign: string;
  readonly kind: 'question' | 'reminder';
  readonly at: number;
}

/** All that a campaign would send in half a year; `reminders` tells how many each round has. */
function wishesOf({ id, cadence }: Campaign, reminders: readonly number[]): Ping[] {
  const until = Date.parse('2026-07-01');
  const opened = Array.from({ length: 27 }, (_, number) => windowOf(cadence, number).opensAt);
  return opened
    .map((opensAt) => opensAt.getTime())
    .filter((at) => at < until)
    .flatMap((at, number): Ping[] => {
      const count = reminders[(number + id.length) % reminders.length] ?? 0;
      const reminder = (_: unknown, n: number): Ping => {
        return { campaign: id, kind: 'reminder', at: at + (n + 1) * DAY };
      };
      return [{ campaign: id, kind: 'question', at }, ...Array.from({ length: count }, reminder)];
    });
}

/** Half a year in which every message asks first. */
function halfYear(campaigns: readonly Campaign[], budget: number, reminders: readonly number[]) {
  const wanted = campaigns.flatMap((each) => wishesOf(each, reminders));
  const sent: Ping[] = [];
  const refused: Ping[] = [];
  for (const ping of wanted.toSorted((a, b) => a.at - b.at)) {
    const { kind, campaign: id, at } = ping;
    const fit = fits(kind, id, campaigns, pingsAt(sent, at), budget);
    (fit ? sent : refused).push(ping);
  }
  return { sent, refused };
}

function pingsAt(sent: readonly Ping[], at: number): Pings {
  const recent = sent.filter((ping) => ping.at > at - BUDGET_DAYS * DAY);
  const counts: Record<string, number> = {};
  for (const { kind, campaign } of recent) {
    if (kind === 'question') counts[campaign] = (counts[campaign] ?? 0) + 1;
  }
  return asked(counts, recent.filter(({ kind }) => kind === 'reminder').length);
}

const everies = fc.constantFrom<Cadence['every']>('week', 'two-weeks', 'month');
const lists = fc
  .array(fc.tuple(everies, fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([every, weekday], i) => campaign(`c${i}`, every, weekday)));
const plans = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 });

describe('whatever the campaigns', () => {
  test('nobody gets more than the budget in any thirty days', () => {
    let spent = 0;
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 20 }), plans, (campaigns, budget, reminders) => {
        const { sent, refused } = halfYear(campaigns, budget, reminders);
        for (const { at } of sent) {
          const since = sent.filter((ping) => ping.at > at - BUDGET_DAYS * DAY && ping.at <= at);
          expect(since.length).toBeLessThanOrEqual(budget);
        }
        if (refused.length > 0) spent += 1;
      }),
      { numRuns: 60 },
    );
    expect(spent).toBeGreaterThan(10);
  });

  test('later campaigns and reminders never take a question from the first', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 20 }), plans, (campaigns, budget, reminders) => {
        const [first] = campaigns;
        if (!first || first.cadence.every === 'month') return;
        const questions = ({ sent }: { sent: readonly Ping[] }) =>
          sent.filter(({ kind, campaign: id }) => kind === 'question' && id === first.id);
        const among = questions(halfYear(campaigns, budget, reminders));
        expect(among).toEqual(questions(halfYear([first], budget, [0])));
      }),
      { numRuns: 60 },
    );
  });

  test('nor from a first that is monthly: first Mondays can lie 28 days apart', () => {
    const campaigns = [campaign('monthly', 'month'), campaign('pulse', 'week')];
    const { refused } = halfYear(campaigns, 5, [0]);
    expect(refused.filter(({ campaign: id }) => id === 'monthly')).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
  });
});

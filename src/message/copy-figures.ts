/** What there are words for in what figures mean: if everybody had answered, over many rounds, beside others. */

/** Numbers, names, lists and dates come ready to print. */
export interface FiguresCopy {
  /** Seen over many rounds. */
  drift(direction: 'up' | 'down', since: string): string;
  /** Of a hundred people. */
  readonly within: {
    between(from: string, to: string): string;
    atLeast(from: string): string;
    atMost(to: string): string;
  };
  /** How many would be favourable if everybody had answered: `within` a hundred. */
  probably(within: string): string;
  certainly(within: string): string;
  both(probably: string, certainly: string): string;
  engagement(index: string, drivers: string, since: string): string;
  engagementElsewhere(people: string, index: string, source: string): string;
  /** What is higher and lower here than elsewhere. */
  beside(people: string, source: string, what: string): string;
  higher(drivers: string): string;
  lower(drivers: string): string;
}

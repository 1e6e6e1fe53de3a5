/** What the table of figures consists of. */

/** One line of the table: a figure, its baseline, and the ratio that is asked for. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  readonly ratio: string;
  readonly target: string;
}

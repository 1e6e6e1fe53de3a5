/** What the table of figures consists of. */

/** One line of the table: a figure, its baseline, and the ratio that is asked for. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  readonly ratio: string;
  readonly target: string;
}

/** A rate beside that of the bare baseline; `of` says what that one did. */
export function rates(what: string, ours: number, bare: number, target = '', of = ''): Line {
  return {
    what,
    ours: `${Math.round(ours)}/s`,
    bare: `${Math.round(bare)}/s${of}`,
    ratio: (ours / bare).toFixed(2),
    target,
  };
}

/** What could not be measured here, and why. */
export function skipped(what: string, missing: string, target = ''): Line {
  return { what, ours: `skipped: no ${missing}`, bare: '', ratio: '', target };
}

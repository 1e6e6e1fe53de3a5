/** The table of the report. */

export interface Line {
  readonly what: string;
  readonly product: string;
  readonly control: string;
  readonly target: string;
  /** Absent: nothing is asked of it. */
  readonly met?: boolean;
  /** Missed by no more than docs/anonymity.md admits. */
  readonly admitted?: boolean;
}

/** A count that must be none; `control` is what the same attack finds under the broken rule. */
export function none(what: string, product: number, control?: number, of?: number): Line {
  const share = (count: number) =>
    of ? `${count} (${((100 * count) / of).toFixed(2)} %)` : String(count);
  return {
    what,
    product: share(product),
    control: control === undefined ? '' : String(control),
    target: '0',
    met: product === 0,
  };
}

/** A figure that may not be above `most`. */
export function atMost(
  what: string,
  product: number,
  most: number,
  unit: string,
  control?: number,
): Line {
  const say = (value: number) => `${value.toFixed(1)} ${unit}`;
  return {
    what,
    product: say(product),
    control: control === undefined ? '' : say(control),
    target: `at most ${most} ${unit}`,
    met: product <= most,
  };
}

/** The same line, where missing the target by no more than this is known, and said in docs/anonymity.md. */
export function admitting(line: Line, value: number, most: number): Line {
  return { ...line, admitted: value <= most };
}

export function told(what: string, product: string, target = '', met?: boolean): Line {
  return { what, product, control: '', target, ...(met !== undefined && { met }) };
}

export function table(lines: readonly Line[]): string {
  const head = {
    what: '',
    product: 'Soundings',
    control: 'broken rule',
    target: 'target',
    met: '',
  };
  const verdict = ({ met, admitted }: Line) =>
    met === undefined ? '' : met ? 'met' : admitted ? 'missed, as admitted' : 'MISSED';
  const rows = [head, ...lines.map((line) => ({ ...line, met: verdict(line) }))];
  const columns = ['what', 'product', 'control', 'target', 'met'] as const;
  const width = (column: (typeof columns)[number]) =>
    Math.max(...rows.map((row) => row[column].length));
  return rows
    .map((row) =>
      columns
        .map((column) => row[column].padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One row of a past exit survey as a leaver: what can be counted, and nothing that tells who it was. */
import { type Heard, hear, type ValueOf } from './hear-reasons.ts';
import { type Mapping, NO_REASON, type ReasonSource } from './parse-mapping.ts';
import { NOT_MAPPED, NOT_SAID, type Placed, pick, placeIn } from './place-leaver.ts';

export interface Leaver {
  /** Variable to the one cell that this person is in. */
  readonly cells: ReadonlyMap<string, string>;
  /** Ids of what this person said, any number. */
  readonly said: ReadonlySet<string>;
}

export interface LeaverRead {
  readonly leaver: Leaver;
  /** Columns whose value the mapping does not place. */
  readonly unplaced: ReadonlySet<string>;
  /** Columns whose value it does. */
  readonly placed: ReadonlySet<string>;
}

type Fields = Readonly<Record<string, string>>;

/** The variable of a source that allows one answer. */
function sourceVariable(source: number): string {
  return `reason-${source}`;
}

function groupVariable(group: string): string {
  return `reason-group-${group}`;
}

function isExclusive(source: ReasonSource): boolean {
  return 'column' in source && source.separator === undefined;
}

export function answerId(source: number, answer: string): string {
  return `${source}/${answer}`;
}

export function codeId(code: string): string {
  return `code/${code}`;
}

export function groupId(group: string): string {
  return `group/${group}`;
}

/**
 * Of a survey that allowed one answer only, all that was said are variables: answers add up to the people, and a withheld one
 * could be worked out from the others. Variable to what, before its cell, makes the id of a reason.
 */
export function exclusiveVariables({ reasons, groups }: Mapping): Map<string, string> {
  const variables = new Map<string, string>();
  for (const [i, source] of reasons.entries()) {
    if (isExclusive(source)) variables.set(sourceVariable(i), answerId(i, ''));
  }
  if (reasons.length > 1 || variables.size === 0) return variables;
  variables.set('reason-code', codeId(''));
  for (const group of Object.keys(groups)) variables.set(groupVariable(group), groupId(''));
  return variables;
}

/** Every column that a mapping reads, in small letters. */
export function columnsOf({ id, rows, kind, reasons, by }: Mapping): string[] {
  const reason = reasons.flatMap((each) => {
    if ('flags' in each) return Object.keys(each.flags);
    return 'text' in each ? [each.text] : [each.column];
  });
  const broken = Object.values(by).flatMap((each) => {
    if ('column' in each) return [each.column];
    return 'number' in each ? [each.number] : [each.from.column, each.to.column];
  });
  const chosen = [rows.only, rows.except].flatMap((each) => Object.keys(each ?? {}));
  const all = [...(id ? [id] : []), ...chosen, kind.column, ...reason, ...broken];
  return [...new Set(all.map((column) => column.toLowerCase()))];
}

/** Whether a row is one of those that count. */
export function counts({ rows }: Mapping, fields: Fields): boolean {
  const is = ([column, values]: [string, readonly string[]]) =>
    values.includes(fieldOf(fields, column));
  return Object.entries(rows.only ?? {}).every(is) && !Object.entries(rows.except ?? {}).some(is);
}

export function fieldOf(fields: Fields, column: string): string {
  return fields[column.toLowerCase()] ?? '';
}

export function readLeaver(mapping: Mapping, fields: Fields): LeaverRead {
  const value: ValueOf = (column) => {
    const text = fieldOf(fields, column);
    return mapping.missing.includes(text) ? '' : text;
  };
  const cells = new Map<string, string>();
  const unplaced = new Set<string>();
  const placed = new Set<string>();
  const put = (variable: string, { cell, columns }: Placed) => {
    cells.set(variable, cell);
    if (cell === NOT_SAID) return;
    for (const column of columns) (cell === NOT_MAPPED ? unplaced : placed).add(column);
  };
  const code = kindOf(mapping, value, put);
  for (const [name, { kinds }] of Object.entries(mapping.parts)) {
    cells.set(name, kinds.some((kind) => kind === code) ? name : '');
  }
  for (const [name, breakdown] of Object.entries(mapping.by)) put(name, placeIn(breakdown, value));
  const heard = mapping.reasons.map((source) => hear(source, value));
  for (const one of heard.flatMap((each) => each.unplaced)) unplaced.add(one);
  for (const one of heard.flatMap((each) => each.placed)) placed.add(one);
  for (const [variable, cell] of exclusiveCells(mapping, heard)) cells.set(variable, cell);
  return { leaver: { cells, said: saidIn(mapping, heard) }, unplaced, placed };
}

/** Places the kind of leaving, in the survey's words and in ours; returns ours. */
function kindOf(
  { kind: { column, values } }: Mapping,
  value: ValueOf,
  put: (variable: string, placed: Placed) => void,
): string | undefined {
  const own = value(column);
  const code = pick(values, own);
  const otherwise = own === '' ? NOT_SAID : NOT_MAPPED;
  put('kind', { cell: code === undefined ? otherwise : own, columns: [column] });
  put('kind-code', { cell: code ?? otherwise, columns: [column] });
  return code;
}

/** What was said in sources that allow one answer, as cells of the {@link exclusiveVariables}. */
function exclusiveCells({ reasons, groups }: Mapping, heard: readonly Heard[]): [string, string][] {
  return reasons.flatMap((source, i): [string, string][] => {
    const one = heard[i];
    if (!isExclusive(source) || !one) return [];
    const [[answer, code] = []] = one.answers;
    const otherwise = one.unplaced.length === 0 ? NOT_SAID : NOT_MAPPED;
    return [
      [sourceVariable(i), answer ?? otherwise],
      ['reason-code', code === NO_REASON ? '' : (code ?? otherwise)],
      ...Object.entries(groups).map(([group, { any }]): [string, string] => {
        return [groupVariable(group), any.includes(answer ?? '') ? group : ''];
      }),
    ];
  });
}

/** Ids of answers, of the codes and of the groups that follow from them. */
function saidIn(mapping: Mapping, heard: readonly Heard[]): Set<string> {
  const said = new Set<string>();
  const own = new Set<string>();
  for (const [i, { answers }] of heard.entries()) {
    for (const [answer, code] of answers) {
      own.add(answer);
      said.add(answerId(i, answer));
      if (code !== NO_REASON) said.add(codeId(code));
    }
  }
  for (const [name, { any }] of Object.entries(mapping.groups)) {
    if (any.some((answer) => own.has(answer))) said.add(groupId(name));
  }
  return said;
}

/** What is kept of a past exit survey: figures that may be said, and what their names mean. */
import { KIND } from '../stock/exit-leaving.ts';
import { REASONS } from '../stock/reasons.ts';
import { say } from '../survey/text.ts';
import { type Breakdown, type Mapping, NO_REASON } from './parse-mapping.ts';
import { NOT_MAPPED, NOT_SAID } from './place-leaver.ts';
import { answerId, codeId, groupId, type Leaver } from './read-leaver.ts';

/** What `soundings exit import` keeps; docs/formats.md describes it. */
export interface Tallies {
  readonly survey: string;
  readonly name: string;
  readonly source?: string;
  /** k of the import: with another one the survey's file is read again. */
  readonly minimum: number;
  readonly variables: readonly Variable[];
  readonly reasons: readonly ReasonName[];
  readonly tables: readonly Table[];
}

export interface Variable {
  readonly id: string;
  readonly name: string;
  readonly role: 'kind' | 'kind-code' | 'breakdown' | 'part';
  /** In the order in which they are shown, whether or not there is a figure. */
  readonly values: readonly { readonly id: string; readonly name: string }[];
}

export interface ReasonName {
  readonly id: string;
  readonly name: string;
  /** In the survey's own words; of our list; several answers together. */
  readonly role: 'answer' | 'code' | 'group';
}

/** The cells that are shown of one table; the table by nothing has one, everybody. */
export interface Table {
  readonly by: readonly string[];
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Its value in each variable of the table. */
  readonly is: readonly string[];
  readonly n: number;
  /** Reason to the number of people who gave it; those withheld are absent. */
  readonly reasons: Readonly<Record<string, number>>;
}

export function variablesOf(mapping: Mapping, leavers: readonly Leaver[]): Variable[] {
  const values = (variable: string, order: readonly string[]) =>
    inOrder(new Set(leavers.map(({ cells }) => cells.get(variable) ?? NOT_SAID)), order);
  const kinds = Object.entries(mapping.kind.values);
  const used = KIND.options
    .map(({ value }) => value)
    .filter((value) => kinds.some(([, code]) => code === value));
  const named = (id: string) => ({ id, name: id });
  return [
    {
      id: 'kind',
      name: mapping.kind.column,
      role: 'kind',
      values: values(
        'kind',
        kinds.map(([own]) => own),
      ).map(named),
    },
    {
      id: 'kind-code',
      name: 'Kind of leaving',
      role: 'kind-code',
      values: values('kind-code', used).map((id) => ({ id, name: id.replaceAll('-', ' ') })),
    },
    ...Object.entries(mapping.by).map(([id, breakdown]): Variable => {
      const name = breakdown.name ?? ('column' in breakdown ? breakdown.column : id);
      return { id, name, role: 'breakdown', values: values(id, orderOf(breakdown)).map(named) };
    }),
    ...Object.entries(mapping.parts).map(([id, { name }]): Variable => {
      return { id, name, role: 'part', values: [{ id, name }] };
    }),
  ];
}

/** The survey's answers, our codes that some of them stand for, and the groups. */
export function reasonNames({ reasons, groups }: Mapping): ReasonName[] {
  const codes = new Set<string>();
  const answers = reasons.flatMap((source, i): ReasonName[] => {
    if ('text' in source) {
      for (const code of Object.keys(source.words)) codes.add(code);
      return Object.keys(source.words).map((code) => {
        return { id: answerId(i, code), name: codeName(code), role: 'answer' };
      });
    }
    const named = 'flags' in source ? source.flags : source.values;
    for (const code of Object.values(named)) codes.add(code);
    return Object.keys(named).map((name) => ({ id: answerId(i, name), name, role: 'answer' }));
  });
  codes.delete(NO_REASON);
  const listed = REASONS.filter(({ id }) => codes.has(id));
  return [
    ...answers,
    ...listed.map(({ id }): ReasonName => ({ id: codeId(id), name: codeName(id), role: 'code' })),
    ...Object.entries(groups).map(([id, { name }]): ReasonName => {
      return { id: groupId(id), name, role: 'group' };
    }),
  ];
}

function codeName(code: string): string {
  const reason = REASONS.find(({ id }) => id === code);
  return reason ? say(reason.label, 'en') : code;
}

function orderOf(breakdown: Breakdown): string[] {
  if ('bands' in breakdown) return breakdown.bands.map(({ name }) => name);
  return [...new Set(Object.values(breakdown.values ?? {}))];
}

/** What is named first, then the others in natural order, then those of whom nothing is known. */
function inOrder(found: ReadonlySet<string>, order: readonly string[]): string[] {
  const natural = new Intl.Collator('en', { numeric: true }).compare;
  const unknown = [NOT_SAID, NOT_MAPPED];
  const others = [...found].filter((each) => !order.includes(each) && !unknown.includes(each));
  return [...order, ...others.sort(natural), ...unknown.filter((each) => found.has(each))];
}

/** The form in which HR announces a leaver, or corrects what was announced. */
import { JOB_FAMILY_LIMIT } from '../exit/announcement.ts';
import { LEAVING_KINDS, type LeaverFacts } from '../exit/leaver.ts';
import type { Copy } from './copy.ts';
import type { Field, Form, Option } from './message.ts';

/** Names of the fields, in the order in which they stand. */
export const LEAVER = {
  person: 'person',
  lastDay: 'last-day',
  kind: 'kind',
  regretted: 'regretted',
  jobFamily: 'job-family',
} as const;

export type LeaverField = (typeof LEAVER)[keyof typeof LEAVER];

/** The option of what HR does not know or say. */
export const NOT_SAID = 'not-said';

/** Most options that platforms show; where there are more people, one is typed. */
const MOST_PEOPLE = 100;
/** Longest label and value of an option, in characters. */
const LABEL = 75;
const VALUE = 75;
/** An e-mail or an id, in bytes. */
const LONGEST_PERSON = 320;

/** Whom it can be about. Too many: their id or e-mail is typed. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

export function newLeaverForm(people: readonly Choice[], copy: Copy): Form {
  const { form } = copy.leavers;
  return {
    name: 'leaver',
    about: '',
    title: form.newTitle,
    intro: form.intro,
    fields: [personField(people, copy), ...factFields(undefined, copy)],
    submit: form.submit,
    cancel: copy.asking.cancel,
  };
}

export function editLeaverForm(
  leaver: { readonly id: string; readonly name: string } & LeaverFacts,
  copy: Copy,
): Form {
  const { form } = copy.leavers;
  return {
    name: 'leaver',
    about: leaver.id,
    title: form.editTitle,
    intro: form.editIntro(leaver.name),
    fields: factFields(leaver, copy),
    submit: form.submit,
    cancel: copy.asking.cancel,
  };
}

function personField(people: readonly Choice[], { leavers: { form } }: Copy): Field {
  const base = { name: LEAVER.person, label: form.person, required: true } as const;
  const fit = people.length > 0 && people.length <= MOST_PEOPLE;
  if (!fit || people.some(({ id }) => id.length > VALUE)) {
    return { ...base, kind: 'text', hint: form.typedHint, limit: LONGEST_PERSON, lines: 'one' };
  }
  const options = people.map(({ id, name, unit }) => ({ value: id, label: short(name, unit) }));
  return { ...base, kind: 'one', hint: form.personHint, options };
}

/** The name is never cut for the sake of the unit. */
function short(name: string, unit: string): string {
  const characters = [...`${name} (${unit})`];
  if (characters.length <= LABEL) return characters.join('');
  return [...name].slice(0, LABEL).join('');
}

function factFields(facts: LeaverFacts | undefined, { leavers: { form } }: Copy): Field[] {
  const kinds = LEAVING_KINDS.map((value) => ({ value, label: form.kinds[value] }));
  const answers = [
    { value: 'yes', label: form.yes },
    { value: 'no', label: form.no },
  ];
  const { lastDay, kind = NOT_SAID, regretted, jobFamily } = facts ?? {};
  return [
    {
      ...{ kind: 'text', name: LEAVER.lastDay, label: form.lastDay, hint: form.dayHint },
      ...{ limit: 10, lines: 'one', required: true },
      ...(lastDay !== undefined && { written: lastDay }),
    } as Field,
    one(LEAVER.kind, form.kind, kinds, kind, form.notSaid),
    {
      ...one(LEAVER.regretted, form.regretted, answers, yesOrNo(regretted), form.notSaid),
      hint: form.regrettedHint,
    },
    {
      ...{ kind: 'text', name: LEAVER.jobFamily, label: form.jobFamily, hint: form.jobFamilyHint },
      // Four bytes a character at most.
      ...{ limit: 4 * JOB_FAMILY_LIMIT, lines: 'one' },
      ...(jobFamily !== undefined && { written: jobFamily }),
    } as Field,
  ];
}

function yesOrNo(regretted: boolean | undefined): string {
  if (regretted === undefined) return NOT_SAID;
  return regretted ? 'yes' : 'no';
}

/** What was chosen once can't be unchosen on every platform, so that nothing is said is an option of its own. */
function one(
  name: LeaverField,
  label: string,
  options: readonly Option[],
  chosen: string,
  notSaid: string,
): Field {
  const all = [{ value: NOT_SAID, label: notSaid }, ...options];
  return { kind: 'one', name, label, options: all, chosen: [chosen], required: true };
}

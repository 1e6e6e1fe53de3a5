/** Who may do what: one permission table. Whether a thing is somebody's own is checked where it is read. */
import type { Programme } from '../campaign/programme.ts';
import type { ActionName, FormName } from '../message/message.ts';
import type { Unit } from './unit.ts';

/** Everybody is an employee; managers lead a unit; HR is named in `soundings.yaml`. */
export type Role = 'employee' | 'manager' | 'hr';

/** Who may submit each form: one of these roles is needed. */
const FORM: Readonly<Record<FormName, readonly Role[]>> = {
  answers: ['employee'],
  settings: ['employee'],
  campaign: ['hr'],
  exit: ['employee'],
  leaver: ['hr'],
  'tell-team': ['manager', 'hr'],
  'answer-comment': ['manager', 'hr'],
};
/** The same of each button. */
const ACTION: Readonly<Record<ActionName, readonly Role[]>> = {
  form: ['employee'],
  skip: ['employee'],
  privacy: ['employee'],
  settings: ['employee'],
  pause: ['employee'],
  resume: ['employee'],
  stop: ['employee'],
  preview: ['employee'],
  web: ['employee'],
  'sign-out': ['employee'],
  details: ['manager', 'hr'],
  'will-do': ['manager', 'hr'],
  'not-now': ['manager', 'hr'],
  'tell-team': ['manager', 'hr'],
  'answer-comment': ['manager', 'hr'],
  admin: ['hr'],
  'campaign-new': ['hr'],
  'campaign-edit': ['hr'],
  'campaign-end': ['hr'],
  'campaign-resume': ['hr'],
  'round-open': ['hr'],
  'round-close': ['hr'],
  'round-close-sure': ['hr'],
  'round-cancel': ['hr'],
  'round-cancel-sure': ['hr'],
  withheld: ['hr'],
  import: ['hr'],
  'exit-pooled': ['employee'],
  'exit-named': ['employee'],
  'exit-decline': ['employee'],
  'exit-go-on': ['employee'],
  'exit-back': ['employee'],
  'exit-change': ['employee'],
  'exit-finish': ['employee'],
  'exit-erase': ['employee'],
  'exit-stricter': ['employee'],
  'exit-copy': ['employee'],
  'exit-privacy': ['employee'],
  leavers: ['hr'],
  'leaver-new': ['hr'],
  'leaver-edit': ['hr'],
  'leaver-withdraw': ['hr'],
  'leaver-withdraw-sure': ['hr'],
  'leaver-read': ['hr'],
  'exit-report': ['manager', 'hr'],
  value: ['hr'],
  'mirror-ask': ['hr'],
  'stay-ask': ['hr'],
};

/** Every name there is, for what comes from outside. */
export const FORMS = Object.keys(FORM) as FormName[];
export const ACTIONS = Object.keys(ACTION) as ActionName[];

const MAY = { ...FORM, ...ACTION };

/** Whether only HR may. */
export function isForHr(what: ActionName | FormName): boolean {
  return MAY[what].every((role) => role === 'hr');
}

/** Managers may, too, of what they lead; HR reads more there: of everybody, and what was written for HR only. */
const MORE_FOR_HR: readonly (ActionName | FormName)[] = ['exit-report', 'answer-comment'];
/** To withdraw only asks whether they are sure; the others are recorded as any announcement or withdrawal, whoever says so. */
const RECORDED_AS_DONE: readonly (ActionName | FormName)[] = [
  'leaver',
  'leaver-withdraw',
  'leaver-withdraw-sure',
];

/** Whether it goes into the audit log that this person, who may, is about to do it: whatever is HR's to do or to read. */
export function isRecorded(
  what: ActionName | FormName,
  person: string,
  { hr }: Pick<Programme, 'hr'>,
): boolean {
  if (RECORDED_AS_DONE.includes(what)) return false;
  return isForHr(what) || (MORE_FOR_HR.includes(what) && hr.includes(person));
}

/** Everybody's things cost no look at the tree of units. */
export async function isAllowed(
  what: ActionName | FormName,
  person: string,
  programme: Pick<Programme, 'hr'>,
  units: () => Promise<readonly Unit[]>,
): Promise<boolean> {
  const needed = MAY[what];
  if (needed.includes('employee')) return true;
  const roles = rolesOf(person, programme, await units());
  return needed.some((role) => roles.has(role));
}

export function rolesOf(
  person: string,
  programme: Pick<Programme, 'hr'>,
  units: readonly Unit[],
): ReadonlySet<Role> {
  const roles = new Set<Role>(['employee']);
  if (units.some(({ manager }) => manager === person)) roles.add('manager');
  if (programme.hr.includes(person)) roles.add('hr');
  return roles;
}

/** Reads what was filled in on a screen of an exit interview: on to the next, or the same once more. */
import { type Asking, faultsOf, type Place, screenForm } from '../message/exit-form.ts';
import type { Form } from '../message/message.ts';
import type { Fields } from '../message/reply.ts';
import { asEntered, enteredIn, reviewForm } from '../message/review.ts';
import type { Desk } from '../ports/desk.ts';
import type { Draft } from './draft.ts';
import { answer, back, type Moved, next, progress, type Refused } from './interview.ts';
import type { Access } from './leaver.ts';
import type { Step } from './steps.ts';

/** The interview that a screen is of. */
export interface Reading {
  readonly draft: Draft;
  readonly steps: readonly Step[];
  readonly access: Access;
  /** The form lies in a chat's history, where no words are to come back. */
  readonly stays?: boolean;
}

export type Read =
  | { readonly moved: Moved | Refused }
  /** Nothing was kept: with `faults`, by field; else for words that would be read otherwise than they were written. */
  | { readonly form: Form; readonly faults?: Readonly<Record<string, string>> };

/** All values of a screen, or none. What was left empty stays as it was. Words for HR by name are read as they are. */
export async function readScreen(
  desk: Pick<Desk, 'copy' | 'scrub'>,
  { draft, steps, access, stays = false }: Reading,
  screen: string,
  fields: Fields,
): Promise<Read> {
  const entered = enteredIn(fields);
  const values = [...entered].map(([question, each]) => [question, each.values] as const);
  const moved = answer(draft, screen, filled(Object.fromEntries(values)), steps);
  if ('refused' in moved && moved.refused === 'not-asked') return { moved };
  const form = formAt(desk, { draft, steps, access }, screen);
  if (!form) return { moved };
  if ('refused' in moved) {
    const faults = Object.entries(faultsOf(moved.faults, desk.copy));
    const byField = faults.map(([id, text]) => [entered.get(id)?.field ?? id, text]);
    return { form: asEntered(form, entered), faults: Object.fromEntries(byField) };
  }
  const isShown = access === 'pooled' && !stays;
  const review = isShown ? await reviewForm(form, entered, desk) : undefined;
  return review ? { form: review } : { moved };
}

/** That screen, whether it is the open one or an earlier. */
function formAt(
  { copy }: Pick<Desk, 'copy'>,
  { draft, steps, access }: Reading,
  screen: string,
): Form | undefined {
  const open = next(draft, steps);
  const at = isAsking(open) && open.id === screen ? draft : { ...draft, position: screen };
  const show = next(at, steps);
  return isAsking(show) ? screenForm(show, { access, ...placeOf(at, steps) }, copy) : undefined;
}

function isAsking(show: ReturnType<typeof next>): show is Asking {
  return show !== 'done' && show.kind !== 'contacts';
}

/** Without the fields that nothing was chosen or written in. */
function filled(fields: Fields): Fields {
  const given = Object.entries(fields).filter(([, values]) => values.join('').trim() !== '');
  return Object.fromEntries(given);
}

/** Where the open screen stands among the others. */
export function placeOf(draft: Draft, steps: readonly Step[]): Omit<Place, 'access'> {
  const { done, of } = progress(draft, steps);
  const isNew = draft.position === undefined;
  return {
    hasBefore: back(draft, steps).draft !== draft,
    ...(isNew && { part: { part: done + 1, of } }),
  };
}

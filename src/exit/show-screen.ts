/** Moves through the screens of an exit interview at the door, and keeps the draft with each step. */
import { asRead } from '../anonymity/as-read.ts';
import { faultsOf, type Place, screenForm } from '../message/exit-form.ts';
import { contactsPage, overviewPage } from '../message/exit-page.ts';
import type { Form } from '../message/message.ts';
import type { Fields, Response } from '../message/reply.ts';
import { type Entered, enteredIn, type Review, reviewForm } from '../message/review.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import type { Draft } from './draft.ts';
import {
  answer,
  back,
  change,
  type Moved,
  next,
  progress,
  type Refused,
  type Screen,
  skip,
} from './interview.ts';
import { keepDraft, openDraft } from './keep-draft.ts';
import type { Standing } from './standing.ts';
import { AT_THE_DOOR, type Step } from './steps.ts';

/** Undefined: the interview was ended elsewhere meanwhile, and nothing was kept. */
type Shown = Promise<Response | undefined>;

/** The screen that is open, or all that was asked. */
export async function showScreen(desk: Desk, here: Standing): Promise<Response> {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  return shown(desk, here, draft, next(draft));
}

/**
 * All values of a screen, or none where one is at fault. What was left empty stays as it was. Words for the pool come back
 * as they would be read, before they are kept: not into a form that `stays`.
 */
export async function takeScreen(
  desk: Desk,
  here: Standing,
  screen: string,
  fields: Fields,
  stays = false,
): Shown {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  const entered = enteredIn(fields);
  const values = [...entered].map(([question, each]) => [question, each.values] as const);
  const outcome = answer(draft, screen, filled(Object.fromEntries(values)));
  if (!('refused' in outcome)) {
    const isShown = here.access === 'pooled' && !stays;
    const form = isShown
      ? await reviewed(desk, here, { ...draft, position: screen }, entered)
      : undefined;
    return form ? { form } : move(desk, here, draft, outcome);
  }
  if (outcome.refused === 'not-asked') return move(desk, here, draft, outcome);
  const found = Object.entries(faultsOf(outcome.faults, desk.copy));
  const faults = Object.fromEntries(
    found.map(([id, text]) => [entered.get(id)?.field ?? id, text]),
  );
  return { faults, say: plain([...new Set(Object.values(faults))].join(' ')) };
}

/** The screen once more, with the words from which something would be taken out. */
async function reviewed(
  { scrub, copy }: Desk,
  { access }: Standing,
  draft: Draft,
  entered: ReadonlyMap<string, Entered>,
): Promise<Form | undefined> {
  const show = next(draft);
  if (show === 'done' || show.kind === 'contacts') return undefined;
  const reviews = new Map<string, Review>();
  for (const { question } of show.questions) {
    const { values = [], time = 1 } = entered.get(question.id) ?? {};
    const text = values.join('\n').trim();
    if (question.kind !== 'free-text' || text === '') continue;
    const read = asRead(await scrub(), text);
    if (read !== text) reviews.set(question.id, { text: read, time });
  }
  if (reviews.size === 0) return undefined;
  return reviewForm(
    screenForm(show, { access, ...placeOf(draft, AT_THE_DOOR) }, copy),
    reviews,
    copy,
  );
}

/** Without the fields that nothing was chosen or written in. */
export function filled(fields: Fields): Fields {
  const given = Object.entries(fields).filter(([, values]) => values.join('').trim() !== '');
  return Object.fromEntries(given);
}

export async function leaveOut(desk: Desk, here: Standing, screen: string): Shown {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  return move(desk, here, draft, skip(draft, screen));
}

export async function goTo(desk: Desk, here: Standing, question: string): Shown {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  return move(desk, here, draft, change(draft, question));
}

export async function goBack(desk: Desk, here: Standing, screen: string): Shown {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  return move(desk, here, draft, backFrom(draft, screen, AT_THE_DOOR));
}

/** From `screen`: pressed twice, it goes back once. */
export function backFrom(draft: Draft, screen: string, steps: readonly Step[]): Moved {
  const show = next(draft, steps);
  const isThere = show !== 'done' && show.kind !== 'contacts' && show.id === screen;
  return isThere ? back(draft, steps) : { draft, show };
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

/** Where a screen is not asked any more, the one that is. */
async function move(desk: Desk, here: Standing, draft: Draft, outcome: Moved | Refused): Shown {
  if ('refused' in outcome) return shown(desk, here, draft, next(draft));
  const isKept = await keepDraft(desk.ports, here.leaver, 'door', outcome.draft);
  return isKept ? shown(desk, here, outcome.draft, outcome.show) : undefined;
}

function shown(
  { copy }: Desk,
  { access, rules }: Standing,
  draft: Draft,
  show: Screen | 'done',
): Response {
  if (show === 'done') return { page: overviewPage(draft, AT_THE_DOOR, access, copy) };
  if (show.kind === 'contacts') return { page: contactsPage(rules.contacts, copy) };
  const place = { access, ...placeOf(draft, AT_THE_DOOR) };
  return { form: screenForm(show, place, copy) };
}

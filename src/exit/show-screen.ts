/** Moves through the screens of an exit interview at the door, and keeps the draft with each step. */
import { screenForm } from '../message/exit-form.ts';
import { contactsPage, overviewPage } from '../message/exit-page.ts';
import type { Fields, Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import type { Draft } from './draft.ts';
import { back, change, type Moved, next, type Refused, type Screen, skip } from './interview.ts';
import { keepDraft, openDraft } from './keep-draft.ts';
import { placeOf, readScreen } from './read-screen.ts';
import type { Standing } from './standing.ts';
import { AT_THE_DOOR, type Step } from './steps.ts';

/** Undefined: the interview was ended elsewhere meanwhile, and nothing was kept. */
type Shown = Promise<Response | undefined>;

/** The screen that is open, or all that was asked. */
export async function showScreen(desk: Desk, here: Standing): Promise<Response> {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  return shown(desk, here, draft, next(draft));
}

/** Words for the pool come back as they would be read, before they are kept: not into a form that `stays`. */
export async function takeScreen(
  desk: Desk,
  here: Standing,
  screen: string,
  fields: Fields,
  stays = false,
): Shown {
  const draft = await openDraft(desk.ports, here.leaver, 'door');
  const reading = { draft, steps: AT_THE_DOOR, access: here.access, stays };
  const read = await readScreen(desk, reading, screen, fields);
  if ('moved' in read) return move(desk, here, draft, read.moved);
  const { form, faults } = read;
  return faults ? { faults, say: plain([...new Set(Object.values(faults))].join(' ')) } : { form };
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

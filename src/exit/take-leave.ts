/** What a leaver does: chooses who reads it, answers screen by screen, goes back, ends it. */
import {
  begunMessage,
  declinedMessage,
  invitationMessage,
  thanksMessage,
} from '../message/exit-message.ts';
import { erasePage, exitPrivacyPage, ownAnswersPage } from '../message/exit-page.ts';
import type { ActionName } from '../message/message.ts';
import type { Fields, Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import { EXIT_QUESTIONS } from '../stock/exit.ts';
import { endInterview, makePooled } from './end-interview.ts';
import { progress } from './interview.ts';
import { letKeyGo, openDraft, readRecord } from './keep-draft.ts';
import type { Access } from './leaver.ts';
import { goBack, goTo, leaveOut, showScreen, takeScreen } from './show-screen.ts';
import { linkFacts, type Standing, standingOf } from './standing.ts';

export type Leaving = Exclude<Extract<ActionName, `exit-${string}`>, 'exit-report'>;

/** What `exit-erase` is about once it was asked whether they are sure; no screen is called so. */
const EVERYTHING = 'everything';

/** `about`: of `exit-change` a question; of `exit-back` and `exit-erase` a screen, which erasing leaves out. */
export async function takeLeave(desk: Desk, action: Leaving, about: string): Promise<Response> {
  const here = await standingOf(desk);
  if (!here) return { say: plain(desk.copy.exit.none) };
  switch (action) {
    case 'exit-pooled':
      return choose(desk, here, 'pooled');
    case 'exit-named':
      return choose(desk, here, 'named');
    case 'exit-stricter':
      return makeStricter(desk, here);
    case 'exit-decline':
      return decline(desk, here);
    case 'exit-copy':
      return ownCopy(desk, here);
    case 'exit-go-on':
      return goOn(desk, here);
    case 'exit-privacy':
      return { page: exitPrivacyPage(here.facts, here.rules.contacts, desk.copy) };
    default:
      return here.stage === 'open' ? within(desk, here, action, about) : tell(desk, here);
  }
}

/** What can be done only while the interview is open. */
async function within(
  desk: Desk,
  here: Standing,
  action: 'exit-back' | 'exit-change' | 'exit-finish' | 'exit-erase',
  about: string,
): Promise<Response> {
  switch (action) {
    case 'exit-back':
      return orTell(desk, goBack(desk, here, about));
    case 'exit-change':
      return orTell(desk, goTo(desk, here, about));
    case 'exit-finish':
      return finish(desk, here);
    case 'exit-erase':
      if (about === EVERYTHING) return endWithNothing(desk, here, 'open');
      if (about === '') return { page: erasePage(desk.copy, EVERYTHING) };
      return orTell(desk, leaveOut(desk, here, about));
  }
}

/** One screen of the interview; `screen` is its id. `stays`: the form lies in a chat's history. */
export async function submitScreen(
  desk: Desk,
  screen: string,
  fields: Fields,
  stays?: boolean,
): Promise<Response> {
  const here = await standingOf(desk);
  if (!here) return { say: plain(desk.copy.exit.none) };
  if (here.stage !== 'open') return tell(desk, here);
  return orTell(desk, takeScreen(desk, here, screen, fields, stays));
}

/** Undefined: nothing was kept, as the interview was ended on another device meanwhile. */
async function orTell(desk: Desk, moving: Promise<Response | undefined>): Promise<Response> {
  return (await moving) ?? tellAnew(desk);
}

async function tellAnew(desk: Desk): Promise<Response> {
  const here = await standingOf(desk);
  return here ? tell(desk, here) : { say: plain(desk.copy.exit.none) };
}

/** Why a button does nothing any more. */
function tell({ copy }: Desk, { stage, facts }: Standing): Response {
  const { exit } = copy;
  switch (stage) {
    case 'unasked':
      return { page: invitationMessage(facts, copy) };
    case 'declined':
      return { say: plain(exit.declinedAlready) };
    case 'over':
      return { say: plain(exit.over(facts.lastDay)) };
    case 'pooled':
    case 'named':
      return { say: plain(exit.endedAlready) };
    default:
      return { say: plain(exit.released) };
  }
}

/** The screen that is open, or how it ended. */
async function goOn(desk: Desk, here: Standing): Promise<Response> {
  if (here.stage === 'open') return showScreen(desk, here);
  if (here.stage !== 'pooled' && here.stage !== 'named') return tell(desk, here);
  return { page: await thanks(desk, here, here.stage) };
}

async function choose(desk: Desk, here: Standing, access: Access): Promise<Response> {
  const { stage, leaver } = here;
  if (stage === 'open' || stage === 'pooled') {
    if (here.access === 'pooled' && access === 'named') {
      return { say: plain(desk.copy.exit.neverLooser) };
    }
    if (stage === 'open' && access !== here.access) return makeStricter(desk, here);
    return goOn(desk, here);
  }
  if (stage !== 'unasked') return tell(desk, here);
  const { leavers } = desk.ports.store;
  if (!(await leavers.choose(leaver.id, 'door', access, [undefined]))) return tellChosen(desk);
  const replace = begunMessage(here.facts, access, desk.copy);
  return { ...inPlace(here, replace), ...(await showScreen(desk, { ...here, access })) };
}

/** Chosen on another device just before. */
async function tellChosen(desk: Desk): Promise<Response> {
  const here = await standingOf(desk);
  return here ? goOn(desk, here) : { say: plain(desk.copy.exit.none) };
}

async function decline(desk: Desk, here: Standing): Promise<Response> {
  if (here.stage === 'open') return { page: erasePage(desk.copy, EVERYTHING) };
  return here.stage === 'unasked' ? endWithNothing(desk, here, undefined) : tell(desk, here);
}

async function endWithNothing(
  desk: Desk,
  here: Standing,
  from: 'open' | undefined,
): Promise<Response> {
  const { ports, now, copy } = desk;
  const { leavers } = ports.store;
  const ended = await leavers.finish(here.leaver.id, 'door', 'declined', [from], now);
  if (ended !== 'done') return tellAnew(desk);
  await letKeyGo(ports, here.leaver);
  const declined = declinedMessage(copy);
  // Erased from a window, declined in the message itself.
  return { ...inPlace(here, declined), ...(from && { page: declined }) };
}

async function finish(desk: Desk, here: Standing): Promise<Response> {
  const { ports, now, copy } = desk;
  const { done, of } = progress(await openDraft(ports, here.leaver, 'door'));
  // An answer that was changed may have opened a screen since the button was shown.
  if (done < of) return showScreen(desk, here);
  const ended = await endInterview(ports, here.leaver, 'door', now);
  if (ended === 'elsewhere') return tellAnew(desk);
  if (ended !== 'done') return { say: plain(copy.exit.released) };
  const after = await standingOf(desk);
  const access = after?.stage === 'pooled' ? 'pooled' : here.access;
  const page = await thanks(desk, here, access);
  return { ...inPlace(here, page), page };
}

async function makeStricter(desk: Desk, here: Standing): Promise<Response> {
  const { ports, now, copy } = desk;
  const { stage, access, facts } = here;
  if (stage === 'pooled' || (stage === 'open' && access === 'pooled')) {
    return { say: plain(copy.exit.pooledAlready) };
  }
  if (stage !== 'open' && stage !== 'named') return tell(desk, here);
  const made = await makePooled(ports, here.leaver, now);
  if (made === 'elsewhere') return tellAnew(desk);
  if (made !== 'done') return { say: plain(copy.exit.released) };
  const after = await standingOf(desk);
  const message =
    after?.stage === 'open'
      ? begunMessage(facts, 'pooled', copy)
      : await thanks(desk, here, 'pooled');
  return { ...inPlace(here, message), say: plain(copy.exit.madePooled) };
}

async function ownCopy(desk: Desk, here: Standing): Promise<Response> {
  if (here.stage === 'pooled') return { say: plain(desk.copy.exit.notNamed) };
  if (here.stage !== 'named') return goOn(desk, here);
  const given = (await readRecord(desk.ports, here.leaver, 'door')) ?? [];
  return { page: ownAnswersPage(given, EXIT_QUESTIONS, desk.copy) };
}

async function thanks({ ports, programme, copy }: Desk, here: Standing, access: Access) {
  const link = await linkFacts(ports, programme, here.leaver, copy.language);
  return thanksMessage(here.facts, access, link, copy);
}

function inPlace({ address }: Standing, replace: NonNullable<Response['replace']>): Response {
  return { replace, ...(address !== undefined && { at: address }) };
}

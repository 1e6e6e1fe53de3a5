/** The screens of the second wave, one after another; its draft is kept as the one at the door. */

import type { Round } from '../campaign/round.ts';
import type { Copy } from '../message/copy.ts';
import { screenForm } from '../message/exit-form.ts';
import {
  ACCESS,
  accessForm,
  END,
  ERASE,
  endForm,
  introBlocks,
  laterPage,
} from '../message/exit-later.ts';
import { texts } from '../message/exit-message.ts';
import { contactBlocks } from '../message/exit-page.ts';
import type { Block, Form, Message } from '../message/message.ts';
import type { Fields } from '../message/reply.ts';
import type { Desk } from '../ports/desk.ts';
import type { Draft } from './draft.ts';
import { endInterview } from './end-interview.ts';
import {
  change,
  type Moved,
  next,
  progress,
  type Refused,
  type Screen,
  skip,
} from './interview.ts';
import { keepDraft, letKeyGo, openDraft } from './keep-draft.ts';
import type { Access, Leaver } from './leaver.ts';
import { placeOf, readScreen } from './read-screen.ts';
import { exitRules } from './rules.ts';
import { backFrom } from './show-screen.ts';
import { releasedOn } from './standing.ts';
import { MONTHS_LATER } from './steps.ts';

/** What a visit is handled with: of a desk what needs no account. */
export type VisitorsDesk = Pick<Desk, 'ports' | 'programme' | 'scrub' | 'now'>;

/** Who visits, and what for. */
export interface Visiting extends VisitorsDesk {
  readonly leaver: Leaver;
  readonly round: Round;
  /** The last day of the link, ready to print. */
  readonly until: string;
  readonly copy: Copy;
}

/** What the page shows of an interview that the link still opens. */
export interface Sight {
  readonly status: 'ok' | 'over';
  readonly page: Message;
  readonly form?: Form;
  /** It is the form that was sent, and nothing of it was kept: what was filled in stands there again. */
  readonly again?: true;
  readonly faults?: Readonly<Record<string, string>>;
}

/** A form that was sent: what it is about, which other button was pressed, and its fields. */
export interface Sent {
  readonly screen: string;
  readonly action: string | undefined;
  readonly fields: Fields;
}

/** Undefined: the interview was ended elsewhere meanwhile, and nothing was kept. */
type Taken = Promise<Sight | undefined>;

/** Where it stands; before the first form was sent nothing is kept of it. */
export async function showVisit(visiting: Visiting): Promise<Sight> {
  const { programme, leaver, round, until, copy } = visiting;
  const draft = await openDraft(visiting.ports, leaver, 'later');
  if (leaver.later === 'open') return shown(visiting, draft, next(draft, MONTHS_LATER));
  const { keepMonths } = exitRules(programme);
  const facts = {
    floor: round.floor,
    releasedOn: releasedOn(round, copy.language),
    keepMonths,
  };
  const mayBeNamed = leaver.door === 'named';
  const intro = introBlocks(programme.organisation, facts, until, mayBeNamed, copy);
  if (!mayBeNamed) return shown(visiting, draft, next(draft, MONTHS_LATER), intro);
  return { ...ok(visiting, intro), form: accessForm(keepMonths, copy) };
}

export async function takeVisit(visiting: Visiting, sent: Sent): Taken {
  const { ports, leaver } = visiting;
  const { screen, action, fields } = sent;
  if (leaver.later === undefined) return begin(visiting, sent);
  if (screen === ACCESS) return showVisit(visiting);
  const draft = await openDraft(ports, leaver, 'later');
  if (screen === END) return atTheEnd(visiting, draft, fields[END]?.[0]);
  if (action === 'exit-back') return move(visiting, draft, backFrom(draft, screen, MONTHS_LATER));
  if (action === 'exit-erase') return move(visiting, draft, skip(draft, screen, MONTHS_LATER));
  const reading = { draft, steps: MONTHS_LATER, access: accessIn(leaver) };
  const read = await readScreen(visiting, reading, screen, fields);
  if ('moved' in read) return move(visiting, draft, read.moved);
  const { form, ...faults } = read;
  return { ...ok(visiting, []), form: titled(form, visiting), again: true, ...faults };
}

/** The first form that is sent: pooled always, but for those who were named at the door and choose it again. */
async function begin(visiting: Visiting, sent: Sent): Taken {
  const { ports, leaver, copy } = visiting;
  const { leavers } = ports.store;
  const chosen = accessOf(leaver.door === 'named', sent);
  if (chosen === undefined) {
    const faults = { [ACCESS]: copy.exit.later.accessMissing };
    return { ...(await showVisit(visiting)), again: true, faults };
  }
  // Begun in another window just before, it may only become stricter.
  const from = chosen === 'named' ? [undefined] : [undefined, 'open' as const];
  await leavers.choose(leaver.id, 'later', chosen, from);
  const begun = await leavers.get(leaver.id);
  return begun?.later === 'open' ? takeVisit({ ...visiting, leaver: begun }, sent) : undefined;
}

function accessOf(mayBeNamed: boolean, { screen, fields }: Sent): Access | undefined {
  if (!mayBeNamed) return 'pooled';
  const choices: readonly Access[] = ['pooled', 'named'];
  return screen === ACCESS ? choices.find((each) => each === fields[ACCESS]?.[0]) : undefined;
}

/** Back to a question, nothing at all, or the end. */
async function atTheEnd(visiting: Visiting, draft: Draft, choice: string | undefined): Taken {
  const { ports, leaver, round, now, copy } = visiting;
  const { later } = copy.exit;
  if (choice === ERASE) {
    const { leavers } = ports.store;
    const erased = await leavers.finish(leaver.id, 'later', 'declined', ['open'], now);
    if (erased !== 'done') return undefined;
    await letKeyGo(ports, leaver);
    return ok(visiting, texts(later.erased, later.thanks));
  }
  if (choice !== undefined && choice !== '') {
    return move(visiting, draft, change(draft, choice, MONTHS_LATER));
  }
  const { done, of } = progress(draft, MONTHS_LATER);
  if (done < of) return shown(visiting, draft, next(draft, MONTHS_LATER));
  const ended = await endInterview(ports, leaver, 'later', now);
  if (ended === 'elsewhere') return undefined;
  if (ended !== 'done') return { ...ok(visiting, texts(later.over)), status: 'over' };
  const after = await ports.store.leavers.get(leaver.id);
  const what =
    after?.later === 'named' ? later.given : later.sealed(releasedOn(round, copy.language));
  return ok(visiting, texts(what, later.thanks));
}

async function move(visiting: Visiting, draft: Draft, outcome: Moved | Refused): Taken {
  if ('refused' in outcome) return shown(visiting, draft, next(draft, MONTHS_LATER));
  const isKept = await keepDraft(visiting.ports, visiting.leaver, 'later', outcome.draft);
  return isKept ? shown(visiting, outcome.draft, outcome.show) : undefined;
}

function shown(
  visiting: Visiting,
  draft: Draft,
  show: Screen | 'done',
  above: readonly Block[] = [],
): Sight {
  const { copy, programme, leaver } = visiting;
  const access = accessIn(leaver);
  if (show === 'done') {
    return { ...ok(visiting, above), form: endForm(draft, MONTHS_LATER, access, copy) };
  }
  if (show.kind === 'contacts') {
    const { contacts } = exitRules(programme);
    const blocks = contactBlocks(copy.exit.contactsIntro, contacts, copy.exit);
    return shown(visiting, draft, next(draft, MONTHS_LATER), blocks);
  }
  const place = { access, ...placeOf(draft, MONTHS_LATER) };
  const form = titled(screenForm(show, place, copy), visiting);
  return { ...ok(visiting, above), form };
}

/** As it was chosen for this wave; before that nobody is named. */
function accessIn({ access, later }: Leaver): Access {
  return access === 'named' && later === 'open' ? 'named' : 'pooled';
}

function titled(form: Form, { copy }: Visiting): Form {
  return { ...form, title: copy.exit.later.title };
}

function ok({ copy }: Visiting, blocks: readonly Block[]): Sight {
  return { status: 'ok', page: laterPage(copy, blocks) };
}

/** The product on one page: which reply, command or job runs which verb. */
import { administer, saveCampaign } from './campaign/administer.ts';
import { cancelRound } from './campaign/cancel-round.ts';
import { type CloseOutcome, closeRound } from './campaign/close-round.ts';
import { deskFor, type Product, programmeOf, roundOf, scrubOf } from './campaign/current.ts';
import type { Programme } from './campaign/programme.ts';
import { openDue, sweep } from './campaign/sweep.ts';
import { answer, openNow, openOrSkip, submitAnswers } from './campaign/take-part.ts';
import { send } from './delivery/send.ts';
import { openNote, postNote } from './delivery/tell-team.ts';
import { publish } from './digest/publish.ts';
import { decide, details } from './digest/respond.ts';
import { type Announced, announce } from './exit/announce.ts';
import type { Announcement } from './exit/announcement.ts';
import { announceByWord, attend, saveLeaver } from './exit/attend.ts';
import { isRelease } from './exit/leaver.ts';
import { publishRelease } from './exit/publish-release.ts';
import { reflect } from './exit/reflect.ts';
import { release } from './exit/release.ts';
import { submitScreen, takeLeave } from './exit/take-leave.ts';
import { tendLeavers, tendPastLeavers } from './exit/tend-leavers.ts';
import { type Visit, visit } from './exit/visit.ts';
import { cancelledMessage, closedMessage } from './message/asking.ts';
import { type Command, parseCommand } from './message/commands.ts';
import { copyFor } from './message/languages.ts';
import type { ActionName } from './message/message.ts';
import type { Fields, Reply, Response } from './message/reply.ts';
import { helpMessage, plain } from './message/saying.ts';
import { actForOneself } from './org/for-oneself.ts';
import { home } from './org/home.ts';
import { localesOf } from './org/locales.ts';
import { prefer } from './org/prefer.ts';
import { privacy } from './org/privacy.ts';
import { isAllowed, isRecorded } from './org/roles.ts';
import { saveSettings } from './org/settings.ts';
import { offerLink } from './org/sign-in.ts';
import type { Desk } from './ports/desk.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Ports } from './ports/ports.ts';
import type { Done, Job, Queue } from './ports/queue.ts';

/** A refusal to close that the operator must know of. It names no person and no answer. */
export type Complaint = { readonly round: string } & Extract<CloseOutcome, { refused: string }>;

export interface Soundings extends Inbox {
  /** The second wave's page: what a personal link shows, or what becomes of the fields that were sent to it. */
  visit(token: string, fields: Fields | undefined): Promise<Visit>;
  /** What an HR system or a file says of leavers, all or none. `source` is on record. */
  announce(source: string, announcements: readonly Announcement[]): Promise<Announced>;
  /** Does what a job says; one that finds its work done does nothing. */
  run(job: Job): Promise<Done>;
}

/**
 * Joins the ports to the verbs. `clock` is asked once a reply or job; `complain` hears what needs the operator; `people`
 * reads the organisation anew from where it is listed.
 */
export function soundings(
  ports: Ports,
  queue: Pick<Queue, 'add'>,
  programme: Programme,
  clock: () => Date,
  complain: (complaint: Complaint) => void,
  people: () => Promise<void> = async () => {},
): Soundings {
  const product: Product = { ports, queue, programme, rounds: new Map(), campaigns: undefined };
  return {
    async receive(reply) {
      const desk = await deskFor(product, reply.person, clock());
      const refused = 'form' in reply || 'action' in reply ? await refuse(desk, reply) : undefined;
      return refused ?? handle(desk, reply);
    },

    async visit(token, fields) {
      const now = clock();
      const programme = await programmeOf(product, now);
      return visit({ ports, programme, now, scrub: () => scrubOf(product, now) }, token, fields);
    },

    async announce(source, announcements) {
      const now = clock();
      const programme = await programmeOf(product, now);
      const outcome = await announce(ports, programme, source, announcements, now);
      if ('announced' in outcome) await queue.add([SWEEP]);
      return outcome;
    },

    async run({ name, ref }) {
      const now = clock();
      const programme = await programmeOf(product, now);
      switch (name) {
        case 'sweep':
          await tendLeavers(ports, programme, now);
          await queue.add(await sweep(ports, programme, now));
          return undefined;
        case 'send':
          return send(ports, programme, (id) => roundOf(product, id, now), ref, now, clock);
        case 'close': {
          const refusal = await close(product, ref, now);
          if (refusal) complain({ round: ref, ...refusal });
          else await queue.add([SWEEP]);
          return undefined;
        }
        case 'open':
          await open(product, programme, ref, now);
          return undefined;
        case 'cancel':
          await cancel(product, ref);
          return undefined;
        case 'people':
          await people();
          await tendPastLeavers(ports, programme, now);
          return undefined;
      }
    },
  };
}

/** Looks for whatever is due. */
export const SWEEP: Job = { name: 'sweep', ref: '' };

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** A kind sentence for whoever presses what is not theirs to press: only a forged click gets here. */
async function refuse(
  desk: Desk,
  reply: Of<'submit'> | Of<'action'>,
): Promise<Response | undefined> {
  const what = reply.kind === 'submit' ? reply.form : reply.action;
  const units = async () => (await desk.ports.store.org.load()).units;
  const allowed = await isAllowed(what, desk.person, desk.programme, units);
  if (!allowed) return { say: plain(desk.copy.refusal.notAllowed) };
  if (isRecorded(what, desk.person, desk.programme)) {
    // Before it is done: what HR reads is on record even if the record is all that comes of it.
    const { ports, person: who, now: at } = desk;
    await ports.store.audit.append({ at, who, did: what, to: reply.about });
  }
  return undefined;
}

async function handle(desk: Desk, reply: Reply): Promise<Response> {
  switch (reply.kind) {
    case 'answer':
      return answer(desk, reply);
    case 'submit':
      return submit(desk, reply);
    case 'action':
      return act(desk, reply.action, reply.about);
    case 'command':
      return command(desk, parseCommand(reply.text));
    case 'home':
      return { home: await home(desk) };
  }
}

function submit(desk: Desk, reply: Of<'submit'>): Promise<Response> {
  switch (reply.form) {
    case 'answers':
      return submitAnswers(desk, reply);
    case 'settings':
      return saveSettings(desk, reply.fields);
    case 'campaign':
      return saveCampaign(desk, reply.about, reply.fields);
    case 'exit':
      return submitScreen(desk, reply.about, reply.fields, reply.stays);
    case 'leaver':
      return saveLeaver(desk, reply.about, reply.fields);
    case 'tell-team':
    case 'answer-comment':
      return postNote(desk, reply.form, reply.about, reply.fields);
  }
}

async function act(desk: Desk, action: ActionName, about: string): Promise<Response> {
  switch (action) {
    case 'form':
    case 'skip':
      return openOrSkip(desk, action, about);
    case 'privacy':
    case 'preview':
    case 'settings':
    case 'pause':
    case 'resume':
    case 'stop':
    case 'web':
    case 'sign-out':
      return actForOneself(desk, action, about);
    case 'details':
      return details(desk, about);
    case 'will-do':
    case 'not-now':
      return decide(desk, action, about);
    case 'tell-team':
    case 'answer-comment':
      return openNote(desk, action, about);
    case 'exit-pooled':
    case 'exit-named':
    case 'exit-decline':
    case 'exit-go-on':
    case 'exit-back':
    case 'exit-change':
    case 'exit-finish':
    case 'exit-erase':
    case 'exit-stricter':
    case 'exit-copy':
    case 'exit-privacy':
      return takeLeave(desk, action, about);
    case 'leavers':
    case 'leaver-new':
    case 'leaver-edit':
    case 'leaver-withdraw':
    case 'leaver-withdraw-sure':
    case 'leaver-read':
      return attend(desk, action, about);
    case 'exit-report':
    case 'value':
    case 'mirror-ask':
    case 'stay-ask':
      return reflect(desk, action, about);
    default:
      return administer(desk, action, about);
  }
}

async function command(desk: Desk, asked: Command | undefined): Promise<Response> {
  const { copy, person, now, programme } = desk;
  const { store } = desk.ports;
  if (!asked) return { say: plain(copy.refusal.unknownCommand) };
  switch (asked.name) {
    case 'help':
      return { say: helpMessage(copy, desk.ports.signInAt !== undefined) };
    case 'privacy':
      return { page: await privacy(desk) };
    case 'home':
      return { page: await home(desk) };
    case 'web':
      return offerLink(desk);
    case 'admin': {
      const refused = await refuse(desk, { kind: 'action', person, action: 'admin', about: '' });
      return refused ?? administer(desk, 'admin', '');
    }
    case 'leavers':
    case 'leaver': {
      const refused = await refuse(desk, { kind: 'action', person, action: 'leavers', about: '' });
      if (refused) return refused;
      return asked.name === 'leaver' ? announceByWord(desk, asked) : attend(desk, 'leavers', '');
    }
    case 'exit':
      return takeLeave(desk, 'exit-go-on', '');
    case 'now':
    case 'skip':
      return openNow(desk, asked.name);
    default:
      return { say: plain(await prefer(store, programme.timezone, person, asked, copy, now)) };
  }
}

async function open({ ports, queue }: Product, programme: Programme, id: string, now: Date) {
  const campaign = programme.campaigns.find((each) => each.id === id);
  if (campaign) await openDue(ports, programme, campaign, now);
  await queue.add([SWEEP]);
}

/** Closes, counts, burns and publishes a round or a release, as far as it is due. */
async function close({ ports, programme, rounds }: Product, id: string, now: Date) {
  const round = await ports.store.rounds.get(id);
  const locales = await localesOf(ports.store.org, programme.locale);
  const closed = (person: string) => closedMessage(copyFor(locales(person)));
  const isExit = round !== undefined && isRelease(round);
  const outcome = isExit
    ? await release(ports, programme, round, closed, now)
    : await closeRound(ports, id, closed, now);
  rounds.delete(id);
  if ('refused' in outcome) return outcome;
  if (isExit) await publishRelease(ports.store, programme, id, now);
  else await publish(ports.store, programme, id, now);
  return undefined;
}

async function cancel({ ports, programme, rounds }: Product, id: string): Promise<void> {
  const locales = await localesOf(ports.store.org, programme.locale);
  await cancelRound(ports, id, (person) => cancelledMessage(copyFor(locales(person))));
  rounds.delete(id);
}

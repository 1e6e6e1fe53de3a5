/** The product on one page: which reply, command or job runs which verb. */
import { type CastOutcome, cast, type Given } from './ballot/cast.ts';
import { type CloseOutcome, closeRound } from './campaign/close-round.ts';
import type { Programme } from './campaign/programme.ts';
import type { Round } from './campaign/round.ts';
import { sweep } from './campaign/sweep.ts';
import { send } from './delivery/send.ts';
import { skip } from './delivery/skip.ts';
import { publish } from './digest/publish.ts';
import { closedMessage, formOf, isLeft, sealedMessage, skippedMessage } from './message/asking.ts';
import { type Command, parseCommand } from './message/commands.ts';
import type { Copy } from './message/copy.ts';
import { copyFor } from './message/languages.ts';
import type { Reply, Response } from './message/reply.ts';
import { faultText, helpMessage, plain, refusalMessage } from './message/saying.ts';
import { localesOf } from './org/locales.ts';
import { prefer } from './org/prefer.ts';
import { privacyStatement } from './org/privacy-statement.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Ports } from './ports/ports.ts';
import type { Done, Job, Queue } from './ports/queue.ts';
import type { Reader } from './survey/answer.ts';

/** A refusal to close that the operator must know of. It names no person and no answer. */
export type Complaint = { readonly round: string } & Extract<CloseOutcome, { refused: string }>;

export interface Soundings extends Inbox {
  /** Does what a job says; one that finds its work done does nothing. */
  run(job: Job): Promise<Done>;
}

/** Joins the ports to the verbs. `clock` is asked once a reply or job; `complain` hears what needs the operator. */
export function soundings(
  ports: Ports,
  queue: Pick<Queue, 'add'>,
  programme: Programme,
  clock: () => Date,
  complain: (complaint: Complaint) => void,
): Soundings {
  const product: Product = { ...ports, programme, rounds: new Map() };
  return {
    async receive(reply) {
      const now = clock();
      const copy = await copyOf(product, reply.person);
      switch (reply.kind) {
        case 'answer':
          return answer(product, reply, copy, now);
        case 'submit':
          return submit(product, reply, copy, now);
        case 'action':
          return act(product, reply, copy, now);
        case 'command':
          return command(product, reply.person, parseCommand(reply.text), copy, now);
      }
    },

    async run({ name, ref }) {
      const now = clock();
      switch (name) {
        case 'sweep':
          await queue.add(await sweep(ports, programme, now));
          return undefined;
        case 'send':
          return send(ports, programme, (id) => roundOf(product, id, now), ref, now);
        case 'close': {
          const refusal = await close(product, ref, now);
          if (refusal) complain({ round: ref, ...refusal });
          else await queue.add([{ name: 'sweep', ref: '' }]);
          return undefined;
        }
      }
    },
  };
}

interface Product extends Ports {
  readonly programme: Programme;
  /** Open rounds read a moment ago. Only a saving: the ballot box itself refuses what comes after the close. */
  readonly rounds: Map<string, { readonly round: Round; readonly readAt: Date }>;
}

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** One tap. */
async function answer(product: Product, reply: Of<'answer'>, copy: Copy, now: Date) {
  const { person, question, value } = reply;
  const round = await roundOf(product, reply.round, now);
  const outcome = await cast(product.store, round, person, [{ question, values: [value] }], now);
  return afterCast(product, outcome, person, copy);
}

/** A form: every field that was filled in, and free text whether it was or not. */
async function submit(product: Product, reply: Of<'submit'>, copy: Copy, now: Date) {
  const round = await roundOf(product, reply.round, now);
  const given = round ? givenIn(round, reply.fields) : [];
  const empty = given.every(({ values }) => values.join('').trim() === '');
  if (round && empty) return { say: plain(copy.refusal.nothingGiven) };
  const outcome = await cast(product.store, round, reply.person, given, now);
  return afterCast(product, outcome, reply.person, copy);
}

/** The answers in a form's fields. A choice left empty is no answer; an unknown field is one to nothing. */
function givenIn(round: Round, fields: Of<'submit'>['fields']): Given[] {
  const questions = new Map(round.questions.map((question) => [question.id, question]));
  return Object.entries(fields)
    .filter(([name, values]) => {
      if (name.endsWith(':reader')) return false;
      return questions.get(name)?.kind === 'free-text' || values.length > 0;
    })
    .map(([question, values]) => {
      const reader: Reader = fields[`${question}:reader`]?.[0] === 'hr' ? 'hr' : 'team';
      return { question, values, reader };
    });
}

async function afterCast(
  { store }: Product,
  outcome: CastOutcome,
  person: string,
  copy: Copy,
): Promise<Response> {
  if ('sealed' in outcome) {
    const sealed = await store.box.sealed(outcome.round.id, person);
    return { replace: sealedMessage(outcome.round, isLeft(outcome.round, sealed), copy) };
  }
  if (outcome.refused !== 'faulty') return { say: refusalMessage(outcome, copy) };
  const faults = [...outcome.faults].map(([id, fault]) => [id, faultText(fault, copy)]);
  return {
    faults: Object.fromEntries(faults),
    say: plain([...new Set(faults.map(([, text]) => text))].join(' ')),
  };
}

/** The other buttons of a question message. */
async function act(
  product: Product,
  reply: Of<'action'>,
  copy: Copy,
  now: Date,
): Promise<Response> {
  const { store } = product;
  if (reply.action === 'privacy') return privacy(product, reply.person, copy);
  const round = await roundOf(product, reply.round, now);
  if (!round) return { say: refusalMessage({ refused: 'no-such-round' }, copy) };
  if (isClosed(round, now)) return { say: refusalMessage({ refused: 'closed', round }, copy) };
  const asked = await store.deliveries.of(round.id, reply.person);
  if (!asked) return { say: refusalMessage({ refused: 'not-asked', round }, copy) };
  if (reply.action === 'form') return { form: formOf(round, copy) };
  await skip(store, round.id, reply.person);
  return { replace: skippedMessage(round, copy) };
}

async function command(
  product: Product,
  person: string,
  asked: Command | undefined,
  copy: Copy,
  now: Date,
): Promise<Response> {
  const { store, programme } = product;
  if (!asked) return { say: plain(copy.refusal.unknownCommand) };
  switch (asked.name) {
    case 'help':
      return { say: helpMessage(copy) };
    case 'privacy':
      return privacy(product, person, copy);
    case 'now':
    case 'skip':
      return openNow(product, person, asked.name, copy, now);
    default:
      return { say: plain(await prefer(store, programme.timezone, person, asked, copy, now)) };
  }
}

/** The newest open round that this person was asked in: its form, or not this week. */
async function openNow(
  { store }: Product,
  person: string,
  wish: 'now' | 'skip',
  copy: Copy,
  now: Date,
): Promise<Response> {
  for (const round of await store.rounds.list({ states: ['open'] })) {
    const asked = !isClosed(round, now) && (await store.deliveries.of(round.id, person));
    if (!asked) continue;
    if (wish === 'now') return { form: formOf(round, copy) };
    await skip(store, round.id, person);
    const skipped = skippedMessage(round, copy);
    if (asked.address === undefined) return { say: skipped };
    return { say: plain(skipped.summary) };
  }
  return { say: plain(wish === 'now' ? copy.command.nothingOpen : copy.command.skippedNothing) };
}

async function privacy({ store, programme }: Product, id: string, copy: Copy): Promise<Response> {
  const org = await store.org.load();
  const person = org.people.find((each) => each.id === id);
  if (!person) return { say: plain(copy.refusal.notAsked) };
  const floor = Math.max(...programme.campaigns.map((campaign) => campaign.floor));
  return { say: privacyStatement(person, org, floor, programme.hr.length > 0, copy) };
}

/** Closes, counts, burns and publishes a round, as far as it is due. */
async function close(product: Product, id: string, now: Date) {
  const { store, programme } = product;
  const locales = await localesOf(store.org, programme.locale);
  const closed = (person: string) => closedMessage(copyFor(locales(person)));
  const outcome = await closeRound(product, id, closed, now);
  product.rounds.delete(id);
  if ('refused' in outcome) return outcome;
  await publish(store, programme, id, now);
  return undefined;
}

/** Read at most every few seconds: a round is asked for with every click and every message. */
async function roundOf(
  { store, rounds }: Product,
  id: string,
  now: Date,
): Promise<Round | undefined> {
  const known = rounds.get(id);
  if (known && Math.abs(now.getTime() - known.readAt.getTime()) < FRESH) return known.round;
  const round = await store.rounds.get(id);
  if (round?.state === 'open') rounds.set(id, { round, readAt: now });
  else rounds.delete(id);
  return round;
}

/** How long a round that was read may be used, in milliseconds. */
const FRESH = 5000;

function isClosed({ state, closesAt }: Round, now: Date): boolean {
  return state !== 'open' || now >= closesAt;
}

async function copyOf({ store, programme }: Product, id: string): Promise<Copy> {
  const [preference, person] = await Promise.all([store.org.preference(id), store.org.person(id)]);
  return copyFor(preference.locale ?? person?.locale ?? programme.locale);
}

/** What the operator does by hand, beside the running program: look at rounds and the queue, open, close, cancel. */
import { holidays } from '../adapters/calendar/holidays.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import { currentWindow, windowOf } from './campaign/cadence.ts';
import { cancelRound } from './campaign/cancel-round.ts';
import { withMade } from './campaign/programme.ts';
import { openDue } from './campaign/sweep.ts';
import type { Config } from './config.ts';
import { isRelease } from './exit/leaver.ts';
import type { Tell } from './log.ts';
import { cancelledMessage } from './message/asking.ts';
import { copyFor } from './message/languages.ts';
import { localesOf } from './org/locales.ts';
import type { Store } from './ports/store.ts';

/** Opens the store for one command. */
async function withStore(config: Config, tell: Tell, work: (store: Store) => Promise<void>) {
  const store = await openStore(config.database, { tell });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** One line a round, newest first. Never how many have answered: that would tell who has not. */
export function listRounds(config: Config, tell: Tell): Promise<void> {
  return withStore(config, tell, async (store) => {
    const rounds = await store.rounds.list({ limit: 50 });
    if (rounds.length === 0) tell('No round has been opened yet.');
    for (const { id, state, opensAt, closesAt, units, questions } of rounds) {
      const invited = units.reduce((sum, unit) => sum + unit.invited, 0);
      const asked = questions.map((question) => question.id).join(', ');
      tell(
        `${id}  ${state}  ${opensAt.toISOString()} to ${closesAt.toISOString()}  ${invited} invited  ${asked}`,
      );
    }
  });
}

/** Opens the round of a campaign's current window, if it is not open yet. */
export function openNow(config: Config, campaignId: string, now: Date, tell: Tell): Promise<void> {
  const written = config.organisation?.programme;
  if (!written) {
    const says = `There is no campaign "${campaignId}". Campaigns: none: there is no soundings.yaml.`;
    throw new Error(says);
  }
  return withStore(config, tell, async (store) => {
    const programme = withMade(written, await store.campaigns.list());
    const campaign = programme.campaigns.find(({ id }) => id === campaignId);
    if (!campaign) {
      const names = programme.campaigns.map(({ id }) => id).join(', ') || 'none yet';
      throw new Error(`There is no campaign "${campaignId}". Campaigns: ${names}.`);
    }
    const keys = keyFolder(config.keys, config.keySecret);
    const ports = { store, keys, calendar: holidays() };
    const round = await openDue(ports, programme, campaign, now);
    if (!round) {
      const last = currentWindow(campaign.cadence, now)?.number ?? -1;
      const next = windowOf(campaign.cadence, last + 1).opensAt.toISOString();
      throw new Error(`No window of "${campaignId}" is open now; the next opens at ${next}.`);
    }
    tell(
      round.opened
        ? `Round ${round.id} is open.`
        : `Round ${round.id} was opened before, or there is nobody to ask.`,
    );
  });
}

/** Ends a round before its time; the running program counts it at its next look, or at its next start. */
export function closeNow(config: Config, id: string, tell: Tell): Promise<void> {
  return withStore(config, tell, async (store) => {
    await refuseRelease(store, id);
    if (await store.rounds.move(id, 'open', 'closing')) {
      tell(`Round ${id} takes no more answers. The running program counts it within seconds.`);
    } else throw await notOpen(store, id);
  });
}

/** Destroys everything sealed in an open round, unread. */
export function cancelNow(config: Config, id: string, tell: Tell): Promise<void> {
  return withStore(config, tell, async (store) => {
    await refuseRelease(store, id);
    const keys = keyFolder(config.keys, config.keySecret);
    const chats = { settle: store.messages.settle };
    const locales = await localesOf(store.org, config.organisation?.programme.locale ?? 'en');
    const cancelled = (person: string) => cancelledMessage(copyFor(locales(person)));
    const done = await cancelRound({ store, keys, chats }, id, cancelled);
    if (!done) throw await notOpen(store, id);
    tell(`Round ${id} is cancelled. Nothing was counted; its envelopes and its key are destroyed.`);
  });
}

export async function queueStatus(config: Config, tell: Tell): Promise<void> {
  if (!config.queue) {
    tell('QUEUE_URL is not set: the queue is inside the running process. See /metrics there.');
    return;
  }
  const queue = await openQueue(config.queue, { tell });
  try {
    const { waiting, running, delayed, failed, paused } = await queue.status();
    tell(
      `${waiting} waiting, ${running} running, ${delayed} to be tried again, ${failed.length} given up${paused ? '; paused' : ''}`,
    );
    for (const { job, reason, at } of failed)
      tell(`${at.toISOString()}  ${job.name} ${job.ref}: ${reason}`);
  } finally {
    await queue.close();
  }
}

/** Leavers were told when their release is counted, and that it is. */
async function refuseRelease(store: Store, id: string): Promise<void> {
  const round = await store.rounds.get(id);
  if (!round || !isRelease(round)) return;
  throw new Error(
    `${id} is a release of exit interviews: it is counted by itself at ${round.closesAt.toISOString()}, and can't be closed or cancelled by hand. To take back one leaver, withdraw them.`,
  );
}

async function notOpen(store: Store, id: string): Promise<Error> {
  const round = await store.rounds.get(id);
  if (round) return new Error(`Round ${id} is not open: it is ${round.state}.`);
  const open = (await store.rounds.list({ states: ['open'] })).map((each) => each.id);
  return new Error(`There is no round ${id}. Open: ${open.join(', ') || 'none'}.`);
}

/** Announcing leavers: what is taken, what is refused, and what withdrawing leaves behind. */
import { describe, expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import type { Announcement } from '../../src/exit/announcement.ts';
import type { Leaver } from '../../src/exit/leaver.ts';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

/** Monday 2 November 2026, a minute to nine in Berlin. */
const NOW = new Date(week(0).opens.getTime() - 60_000);
const LAST = '2026-12-18';

function say(firm: Town, ...announcements: Announcement[]) {
  return announce(firm.ports, firm.programme, 'leavers.csv', announcements, firm.now());
}

async function leaverOf(firm: Town, person: string): Promise<Leaver> {
  const leaver = await firm.ports.store.leavers.of(person);
  if (!leaver) throw new Error(`${person} is not announced.`);
  return leaver;
}

const NOTHING = { announced: 0, corrected: 0, withdrawn: 0, late: 0 };

describe('a new announcement', () => {
  test('freezes what the people file says, and where they count', async () => {
    const firm = await town();
    const facts = { lastDay: LAST, kind: 'resigned', regretted: true, jobFamily: '  Lab  work ' };
    expect(await say(firm, { person: 'lab-12', ...facts })).toEqual({ ...NOTHING, announced: 1 });
    expect(await leaverOf(firm, 'lab-12')).toMatchObject({
      ...{ name: 'Given12 of lab', unit: 'lab', locale: 'de', timezone: 'Asia/Tokyo' },
      ...{ lastDay: LAST, kind: 'resigned', regretted: true, jobFamily: 'Lab work' },
      ...{ state: 'announced', announcedAt: NOW },
    });
  });

  test('a manager counts in the unit above the one that they lead', async () => {
    const firm = await town();
    await say(firm, { person: 'nina', lastDay: LAST });
    expect((await leaverOf(firm, 'nina')).unit).toBe('sales');
  });

  test('an e-mail stands for its person, in small or capital letters', async () => {
    const firm = await town();
    const { people, units } = await firm.ports.store.org.load();
    const withMail = people.map((each) =>
      each.id === 'lab-1' ? { ...each, email: 'Ada@example.com' } : each,
    );
    await firm.ports.store.org.replace({ people: withMail, units }, NOW);
    expect(await say(firm, { person: 'ada@EXAMPLE.com', lastDay: LAST })).toMatchObject({
      announced: 1,
    });
    expect((await leaverOf(firm, 'lab-1')).person).toBe('lab-1');
  });

  test.each([
    // Tuesday: the grace ends on Tuesday, and nobody is asked on the last day.
    ['2026-11-03', 1],
    ['2026-11-04', 0],
    // In Berlin it is still 2 November.
    ['2026-11-02', 1],
  ])('a last day on %s: %d too late to be asked', async (lastDay, late) => {
    const firm = await town();
    expect(await say(firm, { person: 'lab-1', lastDay })).toEqual({
      ...NOTHING,
      announced: 1,
      late,
    });
  });

  test('is on record under its source before anything is done, with the leaver’s id only', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST });
    const { id } = await leaverOf(firm, 'lab-1');
    const [newest] = await firm.ports.store.audit.list(1);
    expect(newest).toMatchObject({ who: 'leavers.csv', did: 'leaver-announce', to: id, at: NOW });
  });
});

describe('said again', () => {
  test('the same changes nothing and is not on record', async () => {
    const firm = await town();
    const said = { person: 'lab-1', lastDay: LAST, kind: 'retired' };
    await say(firm, said);
    const before = await leaverOf(firm, 'lab-1');
    expect(await say(firm, said)).toEqual(NOTHING);
    expect(await leaverOf(firm, 'lab-1')).toEqual(before);
    expect(await firm.ports.store.audit.list(10)).toHaveLength(1);
  });

  test('what differs is corrected, what is absent stays, null unsets', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST, kind: 'resigned', regretted: true });
    const corrected = await say(firm, { person: 'lab-1', lastDay: '2026-12-31', regretted: null });
    expect(corrected).toEqual({ ...NOTHING, corrected: 1 });
    const leaver = await leaverOf(firm, 'lab-1');
    expect(leaver).toMatchObject({ lastDay: '2026-12-31', kind: 'resigned', announcedAt: NOW });
    expect(leaver).not.toHaveProperty('regretted');
  });

  test('a corrected day moves the message that waits, before the worker looks again', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST });
    await firm.run({ name: 'sweep', ref: '' });
    const dueAt = async () => {
      const { round = '' } = await leaverOf(firm, 'lab-1');
      return (await firm.ports.store.deliveries.of(round, 'lab-1'))?.sendAt?.toISOString();
    };
    expect(await dueAt()).toBe('2026-12-04T09:00:00.000Z');
    await say(firm, { person: 'lab-1', lastDay: '2026-11-20' });
    expect(await dueAt()).toBe('2026-11-06T09:00:00.000Z');
    await firm.at(new Date('2026-11-06T12:00:00Z'));
    await say(firm, { person: 'lab-1', lastDay: LAST });
    // Asked already: nobody is asked twice.
    const { round = '' } = await leaverOf(firm, 'lab-1');
    const sent = await firm.ports.store.deliveries.of(round, 'lab-1');
    expect(sent).toMatchObject({ state: 'sent', messages: 1 });
    expect(firm.messagesOf('lab-1').filter(({ about }) => about.round === round)).toHaveLength(1);
  });

  test('after their last day the same is no fault, and a later day is a new leave', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST });
    const first = await leaverOf(firm, 'lab-1');
    await firm.ports.store.leavers.over(first.id);
    firm.setClock(new Date('2027-03-01T09:00:00Z'));
    expect(await say(firm, { person: 'lab-1', lastDay: LAST })).toEqual(NOTHING);
    expect(await say(firm, { person: 'lab-1', lastDay: LAST, kind: 'agreed' })).toEqual({
      ...NOTHING,
      corrected: 1,
    });
    expect(await say(firm, { person: 'lab-1', lastDay: '2027-06-30' })).toMatchObject({
      announced: 1,
    });
    expect((await leaverOf(firm, 'lab-1')).id).not.toBe(first.id);
  });

  test('who has left, and is in no people file, leaves no second time', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST });
    const { id } = await leaverOf(firm, 'lab-1');
    await firm.ports.store.leavers.over(id);
    const { people, units } = await firm.ports.store.org.load();
    const others = people.filter((each) => each.id !== 'lab-1');
    await firm.ports.store.org.replace({ people: others, units }, NOW);
    const again = await say(firm, { person: 'lab-1', lastDay: '2026-12-31' });
    expect(again).toEqual({ faults: new Map([[0, ['unknown-person']]]) });
  });

  test('who has fallen out of the people file can still be corrected and withdrawn', async () => {
    const firm = await town();
    await say(firm, { person: 'lab-1', lastDay: LAST });
    const { people, units } = await firm.ports.store.org.load();
    const others = people.filter(({ id }) => id !== 'lab-1');
    await firm.ports.store.org.replace({ people: others, units }, NOW);
    expect(await say(firm, { person: 'lab-1', lastDay: '2026-12-31' })).toMatchObject({
      corrected: 1,
    });
    expect(await say(firm, { person: 'lab-1', withdrawn: true })).toMatchObject({ withdrawn: 1 });
  });
});

describe('faults', () => {
  test('all at once, by index, and nothing is changed', async () => {
    const firm = await town();
    await say(firm, { person: 'south-1', lastDay: LAST });
    await firm.ports.store.leavers.over((await leaverOf(firm, 'south-1')).id);
    const said: readonly [Announcement, readonly string[]][] = [
      [{ person: 'lab-1', lastDay: LAST }, []],
      [{ person: 'nobody', lastDay: LAST }, ['unknown-person']],
      [{ person: 'lab-2', lastDay: '2026-11-01' }, ['last-day-past']],
      [{ person: 'lab-3', lastDay: '31.12.2026' }, ['no-date']],
      [{ person: 'lab-4', lastDay: '2026-02-30', kind: 'fled' }, ['no-date', 'unknown-kind']],
      [{ person: 'lab-5', lastDay: '2206-12-31' }, ['last-day-far']],
      [{ person: 'lab-6', lastDay: LAST, jobFamily: 'x'.repeat(61) }, ['job-family-long']],
      [{ person: 'lab-1', withdrawn: true }, ['not-announced', 'twice']],
      [{ person: 'lab-7', withdrawn: true }, ['not-announced']],
      [{ person: 'south-1', withdrawn: true }, ['over']],
      [{ person: 'lab-8', lastDay: LAST, faulty: true }, ['faulty']],
      [{ person: '', lastDay: '' }, ['unknown-person', 'no-date']],
    ];
    const before = await firm.ports.store.leavers.list();
    const outcome = await say(firm, ...said.map(([each]) => each));
    if (!('faults' in outcome)) throw new Error('It was taken.');
    const expected = said.flatMap(([, faults], index) => (faults.length ? [[index, faults]] : []));
    expect([...outcome.faults]).toEqual(expected);
    expect(await firm.ports.store.leavers.list()).toEqual(before);
    expect(await firm.ports.store.audit.list(10)).toHaveLength(1);
  });

  test('a day is past on the clock of whoever leaves', async () => {
    const firm = await town();
    // In Tokyo it is 3 November by now, in New York not yet.
    firm.setClock(new Date('2026-11-02T16:00:00Z'));
    const day = '2026-11-02';
    expect(await say(firm, { person: 'lab-12', lastDay: day })).toHaveProperty('faults');
    expect(await say(firm, { person: 'south-1', lastDay: day })).toMatchObject({ announced: 1 });
  });
});

describe('withdrawn', () => {
  async function asked(): Promise<Town> {
    const firm = await town();
    await say(firm, { person: 'lab-12', lastDay: '2026-11-20' });
    await firm.at(new Date('2026-11-09T05:00:00Z'));
    return firm;
  }
  const invitation = (firm: Town) =>
    firm.messagesOf('lab-12').find(({ about }) => about.round.startsWith('exit'));

  test('the message that asked them says so kindly, in their language', async () => {
    const firm = await asked();
    expect(wordsOf(invitation(firm)?.message)).toContain('exit-pooled');
    expect(await say(firm, { person: 'lab-12', withdrawn: true })).toMatchObject({ withdrawn: 1 });
    const after = wordsOf(invitation(firm)?.message);
    expect(after).toContain('zurückgezogen');
    expect(after).not.toContain('exit-');
  });

  test('draft, deliveries and key are gone, and nothing of it is sent later', async () => {
    const firm = await asked();
    const { store, leaverKeys } = firm.ports;
    const { id, round = '', laterRound = '' } = await leaverOf(firm, 'lab-12');
    await store.leavers.choose(id, 'door', 'named', [undefined]);
    await leaverKeys.keep(id, new Uint8Array(32).fill(7));
    await store.leavers.keepDraft(id, 'door', new Uint8Array(64));
    await say(firm, { person: 'lab-12', withdrawn: true });
    expect(await leaverKeys.read(id)).toBeUndefined();
    expect(await store.leavers.draft(id, 'door')).toBeUndefined();
    for (const each of [round, laterRound]) {
      expect(await store.deliveries.of(each, 'lab-12')).toBeUndefined();
    }
    expect(await store.leavers.of('lab-12')).toBeUndefined();
    const sent = firm.messagesOf('lab-12').length;
    await firm.at(new Date('2026-11-13T12:00:00Z'));
    const later = firm.messagesOf('lab-12').slice(sent);
    expect(later.filter(({ about }) => about.round.startsWith('exit'))).toEqual([]);
  });

  test('a platform that fails does not keep anything', async () => {
    const firm = await asked();
    firm.chat.replace = () => Promise.reject(new Error('The platform is away.'));
    expect(await say(firm, { person: 'lab-12', withdrawn: true })).toMatchObject({ withdrawn: 1 });
    expect(await firm.ports.store.leavers.of('lab-12')).toBeUndefined();
  });

  test('again: nothing; and announced again they are a new leaver', async () => {
    const firm = await asked();
    const { id } = await leaverOf(firm, 'lab-12');
    await say(firm, { person: 'lab-12', withdrawn: true });
    expect(await say(firm, { person: 'lab-12', withdrawn: true })).toEqual(NOTHING);
    expect(await say(firm, { person: 'lab-12', lastDay: LAST })).toMatchObject({ announced: 1 });
    expect((await leaverOf(firm, 'lab-12')).id).not.toBe(id);
  });
});

test('two that announce the same person at once make one leaver', async () => {
  const firm = await town();
  const said = { person: 'lab-1', lastDay: LAST };
  await Promise.all([say(firm, said), say(firm, said)]);
  expect(await firm.ports.store.leavers.list()).toHaveLength(1);
});

/** What released exits say, what drives people here, and the questions to those who stay that follow from both. */
import { exitReportMessage } from '../message/exit-report-message.ts';
import type { ActionName, Block, Message } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { valueMessage } from '../message/value-message.ts';
import type { Organisation } from '../org/person.ts';
import { rolesOf } from '../org/roles.ts';
import { subtree, type Unit } from '../org/unit.ts';
import type { Desk } from '../ports/desk.ts';
import { askStayers } from './ask-stayers.ts';
import { enterTold } from './enter-told.ts';
import { concerns, exitReport, reportEntries, type Waves } from './exit-report.ts';
import { wavesOf } from './publish-release.ts';
import { newestOf, valueReport } from './value.ts';
import { valueEntries } from './value-entries.ts';

export type Reflecting = Extract<ActionName, 'exit-report' | 'value' | 'mirror-ask' | 'stay-ask'>;

/** `about` is a unit; of a report it may be empty: the root for HR, what they lead for a manager. */
export async function reflect(desk: Desk, action: Reflecting, about: string): Promise<Response> {
  switch (action) {
    case 'exit-report':
      return report(desk, about);
    case 'value':
      return value(desk, about);
    case 'mirror-ask':
      return askStayers(desk, 'mirror', about);
    case 'stay-ask':
      return askStayers(desk, 'stay', about);
  }
}

async function report(desk: Desk, about: string): Promise<Response> {
  const { copy, now, person, programme } = desk;
  const { release } = copy;
  const org = await desk.ports.store.org.load();
  const hr = rolesOf(person, programme, org.units).has('hr');
  const units = readBy(person, hr, org, about);
  if (units.length === 0) return { say: plain(release.notYours) };
  const waves = await wavesOf(desk.ports.store);
  const reports = units.flatMap(({ id, name }) => {
    const told = exitReport(waves, { unit: id, hr }, now);
    return told ? [{ ...told, name }] : [];
  });
  const round = newestOf(waves);
  if (round !== undefined) {
    const about = { at: now, round, reader: person, page: 'report' } as const;
    const entries = reports.flatMap((each) => reportEntries(each, about));
    await enterTold(desk.ports.store.results, entries);
  }
  const found = reports.map((each) =>
    exitReportMessage(each, partsBelow(org, each.unit, waves), programme.timezone, copy),
  );
  return found.length > 0 ? { page: joined(found) } : { say: plain(release.none) };
}

/** HR reads of any part, managers of what they lead and of all below it. */
function readBy(person: string, hr: boolean, { units }: Organisation, about: string): Unit[] {
  if (hr && about === '') return units.filter(({ parent }) => parent === undefined);
  const led = units.filter(({ manager }) => manager === person);
  if (about === '') return led;
  const allowed = new Set(led.flatMap(({ id }) => [...subtree(units, id)]));
  return units.filter(({ id }) => id === about && (hr || allowed.has(id)));
}

/** Units right below this one, or below those, of which a release says anything. */
function partsBelow({ units }: Organisation, unit: string, { door }: Waves): Unit[] {
  const below = units.filter(({ parent }) => parent === unit);
  return below.filter(({ id }) => {
    const here = subtree(units, id);
    return door.some((release) => concerns(release, here));
  });
}

/** Whoever leads several units reads one after the other. */
function joined(pages: readonly Message[]): Message {
  const blocks: Block[] = pages.flatMap((page) => page.blocks);
  return { summary: pages[0]?.summary ?? '', blocks };
}

async function value(desk: Desk, about: string): Promise<Response> {
  const { copy, now, programme, person } = desk;
  const { store } = desk.ports;
  const told = await valueReport(store, programme, about, now);
  if (!told) return { say: plain(copy.release.notYours) };
  await enterTold(store.results, valueEntries(told, { at: now, reader: person }));
  const { units } = await store.org.load();
  const parts = units.filter(({ parent }) => parent === told.unit);
  return { page: valueMessage(told, parts, copy) };
}

/** The invented leavers of a year: announced, interviewed, released, through the same verbs as real ones. */
import { shift } from '../campaign/cadence.ts';
import type { Programme } from '../campaign/programme.ts';
import { announce } from '../exit/announce.ts';
import { endInterview } from '../exit/end-interview.ts';
import { keepDraft } from '../exit/keep-draft.ts';
import type { Wave } from '../exit/leaver.ts';
import { addMonths } from '../exit/retention.ts';
import { exitRules } from '../exit/rules.ts';
import type { Ports } from '../ports/ports.ts';
import { DEMO_HR, demoCompany } from './company.ts';
import { type DemoLeaver, demoInterview, demoLeavers, LEAVING_MONTHS } from './leavers.ts';
import { uniform } from './random.ts';

export interface LeaversStage {
  readonly ports: Ports;
  set(now: Date): void;
  catchUp(): Promise<void>;
}

/** The month in which the story of leavers begins, for a pulse that begins at `begins`: its first day. */
export function leaversBegin(begins: Date): string {
  return addMonths(`${begins.toISOString().slice(0, 7)}-01`, -LEAVING_MONTHS);
}

/** Everybody who works there on that day. */
export function companyOn(first: string, day: string) {
  const company = demoCompany();
  const there = demoLeavers().filter((each) => lastDayOf(first, each) >= day);
  return { ...company, people: [...company.people, ...there.map(({ person }) => person)] };
}

/** Plays the months from `first` on; with the last of them everybody is gone. */
export async function playLeavers(
  stage: LeaversStage,
  programme: Programme,
  first: string,
): Promise<void> {
  const { ports, set, catchUp } = stage;
  for (let month = 0; month <= LEAVING_MONTHS; month++) {
    const start = addMonths(first, month);
    const at = (day: number) => new Date(`${shift(start, day - 1)}T09:00:00Z`);
    set(at(1));
    await ports.store.org.replace(companyOn(first, start), at(1));
    await catchUp();
    if (month === LEAVING_MONTHS) return;
    const leaving = demoLeavers().filter((each) => each.month === month);
    await announce(
      ports,
      programme,
      DEMO_HR[0] ?? '',
      leaving.map((each) => said(first, each)),
      at(1),
    );
    await catchUp();
    set(at(15));
    for (const each of leaving) await tell(ports, each, 'door', at(15));
    const { laterMonths } = exitRules(programme);
    const looking = demoLeavers().filter((each) => each.month === month - laterMonths - 1);
    for (const each of looking) await tell(ports, each, 'later', at(15));
  }
}

function said(first: string, leaver: DemoLeaver) {
  const { person, kind, regretted, jobFamily } = leaver;
  return {
    person: person.id,
    lastDay: lastDayOf(first, leaver),
    ...(kind && { kind }),
    ...(regretted !== undefined && { regretted }),
    ...(jobFamily !== undefined && { jobFamily }),
  };
}

function lastDayOf(first: string, { month, day }: DemoLeaver): string {
  return shift(addMonths(first, month), day - 1);
}

/** Most take part: a few by name, the others pooled; in the second wave somewhat fewer. */
async function tell(ports: Ports, demo: DemoLeaver, wave: Wave, now: Date): Promise<void> {
  const { id } = demo.person;
  if (uniform(wave, id) > (wave === 'door' ? 0.9 : 0.7)) return;
  const { leavers } = ports.store;
  const leaver = await leavers.of(id);
  const access = wave === 'door' && uniform('access', id) < 0.1 ? 'named' : 'pooled';
  if (!leaver || !(await leavers.choose(leaver.id, wave, access, [undefined]))) return;
  await keepDraft(ports, leaver, wave, {
    answers: demoInterview(demo, wave === 'later'),
    skipped: [],
  });
  await endInterview(ports, leaver, wave, now);
}

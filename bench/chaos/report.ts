/** The figures of a run, each beside what it has to be. */

import { weekOf } from './company.ts';
import type { Ran } from './director.ts';
import { compare } from './tally.ts';

export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  /** Absent: nothing is asked of it. */
  readonly met?: boolean;
}

export async function figures(ran: Ran): Promise<Line[]> {
  return [
    ...(await deliveries(ran)),
    ...(await answers(ran)),
    ...(await rounds(ran)),
    ...weather(ran),
  ];
}

/** Messages: each is known by the id that it was posted under. */
async function deliveries({
  settings,
  audit,
  platform,

  silent,
  crew,
}: Ran): Promise<Line[]> {
  const planned = await audit.planned();
  const posted = new Map<string, number>();
  for (const { delivery } of platform.posts) {
    posted.set(delivery, (posted.get(delivery) ?? 0) + 1);
  }
  const again = (ids: Iterable<string>) =>
    [...ids].reduce((sum, id) => sum + Math.max(0, (posted.get(id) ?? 0) - 1), 0);
  const kind = (of: 'question' | 'digest') =>
    planned.filter((each) => each.kind === of).map(({ id }) => id);
  const [questions, digests] = [kind('question'), kind('digest')];
  const reminders = [...silent].map((id) => `${id}.1`);
  const due = new Set([...questions, ...reminders, ...digests]);
  const unposted = (ids: Iterable<string>) => [...ids].filter((id) => !posted.has(id));
  const interrupted = await audit.repeated();
  const unclear = new Set([...interrupted, ...platform.ambiguous]);
  const lost = unposted(due);
  const bound = settings.canFind ? 0 : interrupted.size;
  const target = settings.canFind ? '0' : `at most the unclear ones, ${bound}`;
  const unasked = [...posted.keys()].filter((id) => /[.]/.test(id) && !reminders.includes(id));
  const share = (ids: readonly string[]) => `${ids.length - unposted(ids).length} of ${ids.length}`;
  return [
    of('people invited', questions.length),
    of('questions delivered', share(questions)),
    of('reminders delivered', share(reminders)),
    of('digests delivered', share(digests)),
    of('sends that ended unclear to the platform', platform.ambiguous.size),
    of('sends tried again after nobody knew how they ended', interrupted.size),
    must('lost', lost.length, target, lost.length <= bound && lost.every((id) => unclear.has(id))),
    must('sent twice', again(posted.keys()), '0', again(posted.keys()) === 0),
    must('reminders to people who had answered or skipped', unasked.length, '0'),
    must('digests lost', unposted(digests).length, target, unposted(digests).length <= bound),
    must('digests sent twice', again(digests), '0', again(digests) === 0),
    must('processes that failed by themselves, complaints', crew.faults.length, '0'),
  ];
}

/** The tallies against the last answer that each person had acknowledged. */
async function answers({ settings, store, audit, people }: Ran): Promise<Line[]> {
  const planned = await audit.planned();
  const sums = { answers: 0, lost: 0, invented: 0, open: 0 };
  for (let number = 0; number < settings.rounds; number++) {
    const { round } = weekOf(number);
    const units = planned.filter((each) => each.round === round && each.kind === 'question');
    const result = await store.results.result(round);
    if (!result) throw new Error(`Round ${round} was not counted.`);
    const unitOf = new Map(units.map(({ person, unit }) => [person, unit]));
    const verdict = compare(result, people.said.get(round) ?? new Map(), unitOf);
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += verdict[key];
  }
  const { acknowledged, repeated, refused } = people.counts;
  return [
    of('answers acknowledged, with changed ones', acknowledged),
    of('answers that counted in the end', sums.answers),
    of('replies that had to be repeated', repeated),
    of('people who skipped', people.skipped.size),
    of('refused after the close', refused),
    of('unclear at the close: may count or not', sums.open),
    must('answers lost', sums.lost, '0'),
    must('answers counted that nobody gave', sums.invented, '0'),
    must('answers refused in an open round', people.wrong.length, '0'),
  ];
}

async function rounds({ settings, audit, steps }: Ran): Promise<Line[]> {
  const states = new Set(steps.map(({ state }) => state));
  const lines = [];
  for (const [state, word] of STATES) {
    lines.push(must(`rounds ${word} twice`, await audit.twice(state), '0'));
  }
  const wanted = settings.steps.flatMap((each) => Object.values(each));
  const total = wanted.reduce((sum, n) => sum + n, 0);
  return [
    ...lines,
    must('kills at a step of a round', steps.length, String(total), steps.length === total),
    of('states in which those fell', [...states].join(', ')),
  ];
}

const STATES = [
  ['open', 'opened'],
  ['counted', 'counted'],
  ['burned', 'burned'],
  ['published', 'published'],
] as const;

function weather({ platform, crew, events, seconds }: Ran): Line[] {
  const { counts } = platform;
  const fives = counts['500 before'] + counts['503 before'] + counts['500 after'];
  const resets = counts['reset before'] + counts['reset after'];
  return [
    of('kill -9: workers, web', `${crew.kills.worker}, ${crew.kills.web}`),
    of('429, 5xx (after posting)', `${platform.refused()}, ${fives} (${counts['500 after']})`),
    of('resets (after posting)', `${resets} (${counts['reset after']})`),
    of(
      'time-outs after posting, posted late',
      `${counts['time-out after']}, ${counts['posted late']}`,
    ),
    of('Redis emptied', events.wipes),
    of('PostgreSQL restarted, its sessions ended', `${events.restarts}, ${events.terminations}`),
    of('duration', `${seconds.toFixed(0)} s`),
  ];
}

function of(what: string, figure: number | string): Line {
  return { what, figure: String(figure), target: '' };
}

function must(what: string, figure: number, target: string, met = figure === 0): Line {
  return { what, figure: String(figure), target, met };
}

export function print(title: string, lines: readonly Line[]): void {
  const width = (column: 'what' | 'figure') =>
    Math.max(...lines.map((line) => line[column].length));
  console.log(`\n${title}`);
  for (const { what, figure, target, met } of lines) {
    const verdict = met === undefined ? '' : met ? 'ok' : 'MISSED';
    const wish = target === '' ? '' : `  must be ${target}  ${verdict}`;
    console.log(`  ${what.padEnd(width('what'))}  ${figure.padStart(width('figure'))}${wish}`);
  }
}

/** The permission table, held against a door: every role with every button and form, on its own things and on others'. */

import { english } from '../../src/message/copy-en.ts';
import type { Response } from '../../src/message/reply.ts';
import { isAllowed } from '../../src/org/roles.ts';
import { UNITS } from '../support/town-people.ts';
import type { Door } from './doors.ts';
import { called, foreign, own, type What } from './objects.ts';
import { PEOPLE, SECRET, type Stage, type Who } from './stage.ts';

/** One try: who does what to what, whether the table lets them, and what came of it. */
interface Try {
  readonly who: Who;
  readonly what: What;
  readonly about: string;
  readonly allowed: boolean;
}

/** What is wrong where nothing may be told or changed: a role's refusals, and things that are not theirs. */
export async function faultsOfRefusals(
  stage: Stage,
  door: Door,
  everything: readonly What[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const each of await refusals(stage, everything)) {
    const before = stage.state();
    const response = await door(each.who.person, each.what, each.about);
    const wrong = each.allowed ? tells(response) : isNotRefused(response);
    if (wrong !== undefined) faults.push(`${inWords(each)}: ${wrong}`);
    if (stage.state() !== before) faults.push(`${inWords(each)}: changed something`);
  }
  return faults;
}

/** What is wrong where the table lets them: a refusal all the same, or nothing shown at all. */
export async function faultsOfPermissions(
  stage: Stage,
  door: Door,
  everything: readonly What[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const who of PEOPLE) {
    for (const what of await allowedTo(who, everything)) {
      const about = own(what, stage, who);
      const response = await door(who.person, what, about);
      const isWrong = isRefusal(response) || Object.keys(response).length === 0;
      if (isWrong) faults.push(`${inWords({ who, what, about })}: ${JSON.stringify(response)}`);
    }
  }
  return faults;
}

async function refusals(stage: Stage, everything: readonly What[]): Promise<Try[]> {
  const tries: Try[] = [];
  for (const who of PEOPLE) {
    const mine = await allowedTo(who, everything);
    for (const what of everything) {
      const allowed = mine.includes(what);
      const others = foreign(what, stage, who);
      const abouts = allowed ? others : [...others, own(what, stage, who)];
      tries.push(...abouts.map((about) => ({ who, what, about, allowed })));
    }
  }
  return tries;
}

async function allowedTo({ person }: Who, everything: readonly What[]): Promise<What[]> {
  const allowed: What[] = [];
  for (const what of everything) {
    if (await isAllowed(what.name, person, { hr: ['hana'] }, async () => UNITS)) allowed.push(what);
  }
  return allowed;
}

function isRefusal({ say }: Response): boolean {
  return say?.summary === english.refusal.notAllowed;
}

function isNotRefused(response: Response): string | undefined {
  const isBare = Object.keys(response).length === 1;
  return isRefusal(response) && isBare ? undefined : `not refused: ${JSON.stringify(response)}`;
}

/** A sentence, or one beside each field, and no more: no page, no form, no message changed, nobody's words. */
function tells(response: Response): string | undefined {
  const text = JSON.stringify(response);
  const { say, faults, ...more } = response;
  const words = say?.summary ?? Object.values(faults ?? {}).join(' ');
  const isSentence = Object.keys(more).length === 0 && /\S \S/.test(words);
  return isSentence && !text.includes(SECRET) ? undefined : `tells ${text}`;
}

function inWords({ who, what, about }: Pick<Try, 'who' | 'what' | 'about'>): string {
  return `${who.person}, ${called(what)} on “${about}”`;
}

/** Opens an interview that was given to HR by name, and puts both waves beside each other. */
import type { Given } from '../ballot/cast.ts';
import { wipe } from '../ballot/envelope.ts';
import { interviewMessage, type Told } from '../message/leavers-message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import { EXIT_QUESTIONS } from '../stock/exit.ts';
import { OFFER_GRID } from '../stock/exit-offer.ts';
import type { Question } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { readRecord } from './keep-draft.ts';
import type { Wave } from './leaver.ts';
import { isNamed, listed } from './list-leavers.ts';

export async function readNamed(desk: Desk, about: string): Promise<Response> {
  const { ports, copy } = desk;
  const leaver = await ports.store.leavers.get(about);
  if (!leaver || !isNamed(leaver)) return { say: plain(copy.leavers.notNamed) };
  const waves = (['door', 'later'] as const).filter((wave) => leaver[wave] === 'named');
  const key = await ports.leaverKeys.read(about);
  if (!key) return { say: plain(copy.leavers.cantOpen) };
  wipe(key);
  const records = new Map<Wave, readonly Given[]>();
  for (const wave of waves) records.set(wave, (await readRecord(ports, leaver, wave)) ?? []);
  const told = EXIT_QUESTIONS.flatMap((question) => tell(question, records, copy.language));
  const [facts] = await listed(desk, [leaver]);
  if (!facts) return { say: plain(copy.leavers.notNamed) };
  return { page: interviewMessage(facts, told, records.size > 1, copy) };
}

function tell(
  question: Question,
  records: ReadonlyMap<Wave, readonly Given[]>,
  language: string,
): Told[] {
  const said = (wave: Wave) => {
    const given = records.get(wave)?.find((each) => each.question === question.id);
    return (
      (given?.values ?? []).map((value) => inWords(question, value, language)).join(', ') ||
      undefined
    );
  };
  const [door, later] = [said('door'), said('later')];
  if (door === undefined && later === undefined) return [];
  const text = say(question.text, language);
  const as = kindOf(question);
  return [
    {
      question: as === 'row' || /[?.:]$/.test(text) ? text : `${text}:`,
      as,
      ...(door !== undefined && { door }),
      ...(later !== undefined && { later }),
    },
  ];
}

function kindOf({ id, kind }: Question): Told['as'] {
  if (kind === 'free-text') return 'words';
  return OFFER_GRID.some((row) => row.id === id) ? 'row' : 'choice';
}

/** What an older version offered, and this one does not, is shown as it was kept. */
function inWords(question: Question, value: string, language: string): string {
  switch (question.kind) {
    case 'free-text':
      return value;
    case 'zero-to-ten':
      return `${value}/10`;
    case 'five-point': {
      const label = question.labels[Number(value) - 1];
      return label ? say(label, language) : value;
    }
    default: {
      const label = question.options.find((each) => each.value === value)?.label;
      return label ? say(label, language) : value;
    }
  }
}

/** The messages of one round to one person: the question, and what takes its place. None says what was answered. */
import type { Round } from '../campaign/round.ts';
import { type Question, TEXT_LIMIT } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import type { Copy } from './copy.ts';
import type { ActionName, Actions, Block, Field, Form, Message } from './message.ts';
import { weekdayTime } from './times.ts';

/** The parts of a round that its messages need. */
type Asked = Pick<Round, 'id' | 'questions' | 'closesAt' | 'timezone' | 'floor'>;

/** The question message: the first question as one tap, the rest a click away. */
export function questionMessage(round: Asked, name: string, copy: Copy): Message {
  const text = copy.asking.greeting(name, scored(round), until(round, copy));
  return askingMessage(round, text, copy);
}

/** The same once more, for whoever has not answered. */
export function reminderMessage(round: Asked, name: string, copy: Copy): Message {
  return askingMessage(round, copy.asking.reminder(name, until(round, copy)), copy);
}

function askingMessage(round: Asked, text: string, copy: Copy): Message {
  const { asking } = copy;
  const tap = round.questions[0] && oneTap(round, round.questions[0], copy);
  return {
    summary: text,
    blocks: [
      { kind: 'text', text },
      ...(tap ? [tap] : []),
      { kind: 'note', text: asking.promise(round.floor - 1) },
      actions(round, [
        ['form', asking.answerAll(scored(round))],
        ['skip', asking.skip],
        ['privacy', asking.privacy],
      ]),
    ],
  };
}

function scored({ questions }: Asked): number {
  return questions.filter(({ kind }) => kind !== 'free-text').length;
}

/** The messages of a round that say "sealed", by language and `rest`: at most two a language, and none says more. */
const sealedMessages = new WeakMap<Asked, Map<string, Message>>();

/**
 * What takes the question's place once something is sealed. `rest`: whether questions are left. The same message for all
 * whom it tells the same, so that a platform can draw it once.
 */
export function sealedMessage(round: Asked, rest: boolean, copy: Copy): Message {
  const known = sealedMessages.get(round) ?? new Map<string, Message>();
  const key = `${copy.language} ${rest}`;
  const message = known.get(key) ?? writeSealed(round, rest, copy);
  sealedMessages.set(round, known.set(key, message));
  return message;
}

function writeSealed(round: Asked, rest: boolean, copy: Copy): Message {
  const { asking } = copy;
  const sealed = asking.sealed(until(round, copy));
  return {
    summary: sealed,
    blocks: [
      { kind: 'text', text: sealed },
      { kind: 'note', text: asking.sealedNote },
      actions(round, [
        ['form', rest ? asking.answerRest : asking.change],
        ['privacy', asking.privacy],
      ]),
    ],
  };
}

/** Whether a scored question of the round is not sealed yet. */
export function isLeft(
  { questions }: Pick<Asked, 'questions'>,
  sealed: ReadonlySet<string>,
): boolean {
  return questions.some(({ id, kind }) => kind !== 'free-text' && !sealed.has(id));
}

export function skippedMessage(round: Asked, copy: Copy): Message {
  const text = copy.asking.skipped(until(round, copy));
  return {
    summary: text,
    blocks: [{ kind: 'text', text }, actions(round, [['form', copy.asking.answerAfterAll]])],
  };
}

/** What every question message says after the close, whoever answered. */
export function closedMessage({ asking }: Copy): Message {
  return twoLines(asking.closed, asking.closedNote);
}

/** What every question message of a cancelled round says. */
export function cancelledMessage({ asking }: Copy): Message {
  return twoLines(asking.cancelled, asking.cancelledNote);
}

function twoLines(text: string, note: string): Message {
  return {
    summary: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: note },
    ],
  };
}

/** All questions of the round, empty: earlier answers can't be shown, as nobody can open them. */
export function formOf(round: Asked, copy: Copy): Form {
  const { asking } = copy;
  return {
    name: 'answers',
    about: round.id,
    title: asking.formTitle,
    intro: asking.formIntro(until(round, copy)),
    fields: round.questions.map((question) => field(question, copy)),
    submit: asking.submit,
    cancel: asking.cancel,
  };
}

/** "Friday 17:00", in the zone that the round's times are told in. */
function until(round: Asked, { language }: Copy): string {
  return weekdayTime(round.closesAt, round.timezone, language);
}

function oneTap(round: Asked, question: Question, { language }: Copy): Block | undefined {
  if (question.kind === 'free-text' || question.kind === 'several-choices') return undefined;
  return {
    kind: 'scale',
    round: round.id,
    question: question.id,
    text: say(question.text, language),
    options: optionsOf(question, language),
  };
}

function actions(
  round: Asked,
  buttons: readonly (readonly [action: ActionName, label: string])[],
): Actions {
  const labelled = buttons.map(([action, label]) => ({ action, label }));
  return { kind: 'actions', about: round.id, actions: labelled };
}

function field(question: Question, copy: Copy): Field {
  const { asking, language } = copy;
  const asked = { name: question.id, label: say(question.text, language) };
  if (question.kind === 'free-text') {
    return {
      kind: 'text',
      ...asked,
      hint: asking.commentHint,
      limit: TEXT_LIMIT,
      lines: 'many',
      readers: {
        label: asking.readers,
        options: [
          { value: 'team', label: asking.readerTeam },
          { value: 'hr', label: asking.readerHr },
        ],
      },
    };
  }
  return {
    kind: question.kind === 'several-choices' ? 'several' : 'one',
    ...asked,
    ...(question.kind === 'zero-to-ten' && {
      hint: asking.scaleEnds(say(question.low, language), say(question.high, language)),
    }),
    options: optionsOf(question, language),
  };
}

/** The options of a question as they are shown; values are the same for everyone. */
export function optionsOf(
  question: Exclude<Question, { kind: 'free-text' }>,
  language: string,
): { value: string; label: string }[] {
  switch (question.kind) {
    case 'five-point':
      return question.labels.map((label, i) => ({
        value: String(i + 1),
        label: say(label, language),
      }));
    case 'zero-to-ten':
      return Array.from({ length: 11 }, (_, i) => ({ value: String(i), label: String(i) }));
    default:
      return question.options.map(({ value, label }) => ({ value, label: say(label, language) }));
  }
}

/** What a reader of a digest tells the team: the form in which it is written, and the message that everybody reads. */
import type { Round } from '../campaign/round.ts';
import { type AnsweredComment, NOTE_LIMIT } from '../delivery/note.ts';
import type { UnitDigest } from '../digest/digest.ts';
import { placed } from '../digest/standing.ts';
import type { Copy } from './copy.ts';
import { actionWords } from './digest-action.ts';
import { buttons } from './home-message.ts';
import type { Form, Message } from './message.ts';
import { capital, driverOf } from './statement.ts';
import { dayMonth } from './times.ts';

/** The name of the form's field. */
export const NOTE = 'text';

interface Asked {
  readonly about: string;
  /** The unit's name. */
  readonly unit: string;
}

/** With a first draft: what was published, and what was decided. */
export function tellForm({ about, unit }: Asked, draft: string, { loop, asking }: Copy): Form {
  const { form } = loop;
  return {
    name: 'tell-team',
    about,
    title: form.tellTitle,
    intro: form.tellIntro(unit),
    fields: [{ ...field(loop), written: draft }],
    submit: form.submit,
    cancel: asking.cancel,
  };
}

export function answerForm(
  { about, unit }: Asked,
  { text, hr }: AnsweredComment,
  { loop, asking }: Copy,
): Form {
  const { form } = loop;
  return {
    name: 'answer-comment',
    about,
    title: form.answerTitle,
    intro: hr ? form.answerHrIntro(text) : form.answerIntro(unit, text),
    fields: [field(loop)],
    submit: form.submit,
    cancel: asking.cancel,
  };
}

function field({ form }: Copy['loop']) {
  const { text: label, hint } = form;
  const base = { kind: 'text', name: NOTE, label, hint } as const;
  return { ...base, limit: NOTE_LIMIT, lines: 'many', required: true } as const;
}

/** No more than the digest's own words on the driver. Undefined where the action is not in stock any more. */
export function draftOf(round: Round, unit: UnitDigest, copy: Copy): string | undefined {
  const { suggestion } = unit;
  const action = suggestion && actionWords(suggestion.action, copy.language);
  if (action === undefined) return undefined;
  const said = placed(unit, round.questions).find(({ driver }) => driver === suggestion?.driver);
  if (!said) return action;
  const { digest, loop } = copy;
  const name = driverOf({ round, unit, copy }, said.statement.question);
  return loop.form.draft(digest.driverIs(capital(name), digest.levels[said.level]), action);
}

export interface NoteFacts {
  readonly round: Pick<Round, 'opensAt' | 'timezone'>;
  /** Names. */
  readonly unit: string;
  readonly author: string;
  readonly comment?: Pick<AnsweredComment, 'text' | 'hr'>;
  readonly text: string;
}

export function noteMessage(facts: NoteFacts, copy: Copy): Message {
  const { loop, asking } = copy;
  const { round, unit, author, comment, text } = facts;
  const date = dayMonth(round.opensAt, round.timezone, copy.language);
  const title = titleOf(facts, copy);
  const wrote = comment?.hr ? loop.wroteHr(author, date) : loop.wrote(author, unit, date);
  return {
    summary: title,
    blocks: [
      { kind: 'heading', text: title },
      ...(comment ? [{ kind: 'quote', text: comment.text } as const] : []),
      { kind: 'text', text },
      { kind: 'note', text: wrote },
      { kind: 'note', text: loop.promise },
      buttons('', [['privacy', asking.privacy]]),
    ],
  };
}

function titleOf({ unit, comment }: NoteFacts, { loop }: Copy): string {
  if (!comment) return loop.done(unit);
  return comment.hr ? loop.aboutHr : loop.about(unit);
}

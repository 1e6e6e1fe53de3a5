/** Screens of an interview as forms: a grid, and one that leads back; the words are those of the stock questions. */
import type { Copy } from '../../src/message/copy.ts';
import type { Form } from '../../src/message/message.ts';
import { KIND } from '../../src/stock/exit-leaving.ts';
import { GRID_HEADING, OFFER_GRID, OFFER_NAME } from '../../src/stock/exit-offer.ts';
import type { Question } from '../../src/survey/question.ts';
import { say } from '../../src/survey/text.ts';

export function gridForm(copy: Copy): Form {
  const fields = OFFER_GRID.map((question) => choiceOf(question, copy));
  return {
    ...screenOf(copy, 'offer-grid', fields),
    title: say(GRID_HEADING, copy.language),
    look: 'grid',
  };
}

export function backForm(copy: Copy): Form {
  return screenOf(copy, 'kind', [
    choiceOf(KIND, copy),
    {
      kind: 'text',
      name: OFFER_NAME.id,
      label: say(OFFER_NAME.text, copy.language),
      limit: 200,
      lines: 'one',
    },
  ]);
}

function screenOf({ asking, chat }: Copy, about: string, fields: Form['fields']): Form {
  return {
    name: 'exit',
    about,
    title: '3 / 11',
    intro: asking.sealedNote,
    fields,
    also: {
      kind: 'actions',
      about: '',
      // The words of these two are others; what they look like is the same.
      actions: [
        { action: 'exit-back', label: asking.change },
        { action: 'exit-erase', label: chat.close, look: 'grave' },
      ],
    },
    submit: asking.submit,
    cancel: asking.cancel,
  };
}

function choiceOf(question: Question, { language }: Copy): Form['fields'][number] {
  if (!('options' in question)) throw new Error(`${question.id} offers no options`);
  const options = question.options.map(({ value, label }) => ({
    value,
    label: say(label, language),
  }));
  return { kind: 'one', name: question.id, label: say(question.text, language), options };
}

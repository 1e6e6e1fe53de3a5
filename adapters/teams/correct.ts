/** What is wrong with a submitted form, shown where it was filled in: the form again, or a sentence below it. */
import type { Form } from '../../src/message/message.ts';
import { plain } from '../../src/message/saying.ts';
import { type Answered, answer, type Receiving } from './answer.ts';
import type { Clicked } from './cards.ts';
import type { Incoming } from './incoming.ts';
import { faultOf } from './text.ts';

type Submit = Extract<Clicked, { kind: 'submit' }>;
type Faults = Readonly<Record<string, string>>;

/**
 * Of answers a sentence says what is wrong: no form of ours ever holds one. Clients empty a card that was sent and stays
 * as it is (github.com/MicrosoftDocs/msteams-docs/issues/733), so that they have to be given again. Other forms come back
 * as they were filled in.
 */
export async function corrected(
  parts: Receiving,
  incoming: Incoming,
  clicked: Clicked | undefined,
  answered: Answered,
  where: 'card' | 'dialog',
): Promise<Answered> {
  const { faults, ...rest } = answered.response;
  if (!faults || clicked?.kind !== 'submit') return answered;
  const form = rest.form ?? (await answer(parts, incoming, opener(clicked))).response.form;
  // What is open now may be another screen than the one that was sent.
  if (!form || form.name !== clicked.form || form.about !== clicked.about) return answered;
  if (isAnswers(form) && where === 'card') {
    const { form: _, ...left } = rest;
    const say = plain(linesOf(form, faults).join('\n'));
    return { ...answered, response: { ...left, faults, say } };
  }
  return { ...answered, response: { ...rest, faults, form: refilled(form, clicked.fields) } };
}

/** The button that opens a form. */
function opener({ form, about }: Submit): Extract<Clicked, { kind: 'action' }> {
  switch (form) {
    case 'answers':
      return { kind: 'action', action: 'form', about };
    case 'settings':
      return { kind: 'action', action: 'settings', about };
    case 'campaign':
      return { kind: 'action', action: about === '' ? 'campaign-new' : 'campaign-edit', about };
    case 'exit':
      return { kind: 'action', action: 'exit-go-on', about: '' };
    case 'leaver':
      return { kind: 'action', action: about === '' ? 'leaver-new' : 'leaver-edit', about };
    case 'tell-team':
    case 'answer-comment':
      return { kind: 'action', action: form, about };
  }
}

/** Of what people said, nothing comes back to a card. */
function isAnswers({ name }: Form): boolean {
  return name === 'answers' || name === 'exit';
}

function linesOf({ fields }: Form, faults: Faults): string[] {
  return Object.entries(faults).map(([name, fault]) => {
    const field = fields.find((each) => each.name === name);
    return field ? faultOf(field.label, fault) : fault;
  });
}

function refilled(form: Form, given: Submit['fields']): Form {
  if (isAnswers(form)) return form;
  const fields = form.fields.map((field) => {
    const values = given[field.name] ?? [];
    return field.kind === 'text'
      ? { ...field, written: values[0] ?? '' }
      : { ...field, chosen: values };
  });
  return { ...form, fields };
}

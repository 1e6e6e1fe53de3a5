/** An exit interview for the page: its invitation, three screens, the overview and the end. */
import { english } from '../../src/message/copy-en.ts';
import type { Block, Form, Message } from '../../src/message/message.ts';
import type { Reply, Response } from '../../src/message/reply.ts';
import { backForm, gridForm } from '../support/interview-forms.ts';

const button = (action: 'exit-pooled' | 'exit-go-on' | 'exit-finish', label: string): Block => ({
  kind: 'actions',
  about: '',
  actions: [{ action, label, look: 'main' }],
});

export const invitation: Message = {
  summary: 'Before you go',
  blocks: [
    { kind: 'heading', text: 'Before you go' },
    { kind: 'text', text: 'Ten questions, five minutes, and you choose who reads it.' },
    button('exit-pooled', 'Together with others'),
  ],
};

const begun: Message = {
  summary: 'Your interview is open',
  blocks: [{ kind: 'text', text: 'Your interview is open.' }, button('exit-go-on', 'Go on')],
};

const overview: Message = {
  summary: 'All that was asked',
  blocks: [
    { kind: 'heading', text: 'All that was asked' },
    { kind: 'text', text: '1. How you leave: answered' },
    {
      kind: 'actions',
      about: 'kind',
      actions: [{ action: 'exit-change', label: 'Change the first' }],
    },
    button('exit-finish', 'Finish'),
  ],
};

const thanks: Message = {
  summary: 'Thank you',
  blocks: [
    { kind: 'heading', text: 'Thank you' },
    { kind: 'text', text: 'What you wrote is sealed.' },
    { kind: 'link', text: 'Your personal link', url: 'https://soundings.example.org/later/abc' },
    { kind: 'link', text: 'No link', url: 'javascript:alert(1)' },
  ],
};

const first: Form = { ...backForm(english), title: '1 of 2' };
const second: Form = gridForm(english);

export function interviewed(reply: Reply): Response | undefined {
  if (reply.kind === 'submit' && reply.form === 'exit') {
    if (reply.fields['exit-offer-pay']?.[0] === 'worse') {
      return { faults: { 'exit-offer-pay': 'Please look again.' } };
    }
    return reply.about === 'kind' ? { form: second } : { page: overview };
  }
  if (reply.kind !== 'action') return undefined;
  switch (reply.action) {
    case 'exit-pooled':
      return { replace: begun, form: first };
    case 'exit-go-on':
      return { form: second };
    case 'exit-back':
    case 'exit-change':
      return { form: first };
    case 'exit-finish':
      return { replace: thanks };
    default:
      return undefined;
  }
}

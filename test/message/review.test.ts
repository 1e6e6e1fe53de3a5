/** A form that comes back: which of its fields are new, and which keep the name that they were sent with. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { Field, Form } from '../../src/message/message.ts';
import { enteredIn, reviewForm } from '../../src/message/review.ts';

const words = (name: string): Field => {
  return { kind: 'text', name, label: name, lines: 'many', limit: 100 };
};
const FORM: Form = {
  name: 'exit',
  about: 'screen',
  title: 'Screen',
  intro: '',
  fields: [words('first'), words('second')],
  submit: 'Next',
  cancel: 'Stop',
};
const desk = {
  copy: english,
  scrub: async () => (text: string) => text.replaceAll('Lea', '[…]'),
};
const again = (fields: Record<string, string[]>) => reviewForm(FORM, enteredIn(fields), desk);

test('a text that came back and is well now keeps its name, so that it stays where it is', async () => {
  const form = await again({ 'first:2': ['[…] is kind'], second: ['Ask Lea'] });
  expect(form?.fields).toEqual([
    { ...words('first'), name: 'first:2' },
    { ...words('second'), name: 'second:2', written: 'Ask […]' },
  ]);
});

test('nothing comes back where nothing would be taken out, or what was written is refused anyway', async () => {
  expect(await again({ first: ['All is well'], second: ['  '] })).toBeUndefined();
  expect(await again({ first: [`Lea ${'x'.repeat(100)}`] })).toBeUndefined();
});

/** Words for the pool come back to the leaver as they would be read, before they are kept. */
import { expect, it } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { Form } from '../../src/message/message.ts';
import { ANSWERS, leaving } from './leaving.ts';

const NAMING = 'Lea Roth promised me a raise';
const PROMISED = 'exit-offer-promised';

async function atPromised(access: 'exit-pooled' | 'exit-named') {
  const ada = await leaving();
  let { form } = await ada.press(access);
  while (form && !form.fields.some(({ name }) => name === PROMISED)) {
    const given = Object.entries(ANSWERS).filter(([name]) => namesOf(form).includes(name));
    form = (await ada.submit(form.about, Object.fromEntries(given))).form;
  }
  return { ada, screen: form?.about ?? '' };
}

function namesOf(form: Form | undefined): string[] {
  return form?.fields.map(({ name }) => name) ?? [];
}

it('comes back in a field of its own, and the interview does not go on', async () => {
  const { ada, screen } = await atPromised('exit-pooled');
  const { form } = await ada.submit(screen, { [PROMISED]: [NAMING] });
  expect(form).toMatchObject({ about: screen, intro: english.comments.review });
  expect(form?.fields.find(({ name }) => name === `${PROMISED}:2`)).toMatchObject({
    written: '[…] promised me a raise',
  });
  expect((await ada.press('exit-go-on')).form?.about).toBe(screen);
});

it('is kept once it is sent as it is', async () => {
  const { ada, screen } = await atPromised('exit-pooled');
  await ada.submit(screen, { [PROMISED]: [NAMING] });
  const sent = await ada.submit(screen, { [`${PROMISED}:2`]: ['[…] promised me a raise'] });
  expect(sent.form?.about).not.toBe(screen);
  await ada.walk(sent, {});
  await ada.press('exit-finish');
  expect((await ada.ballots()).get(PROMISED)).toMatchObject({ text: '[…] promised me a raise' });
});

it('is not changed where HR reads it under the leaver’s name', async () => {
  const { ada, screen } = await atPromised('exit-named');
  const sent = await ada.submit(screen, { [PROMISED]: [NAMING] });
  expect(sent.form?.about).not.toBe(screen);
});

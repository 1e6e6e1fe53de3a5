/** Every message as Slack gets it, to be looked at: `npx vitest run test/slack/goldens.test.ts -u` writes them anew. */
import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { renderHome, renderMessage, renderPage } from '../../adapters/slack/render.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Digest } from '../../src/digest/digest.ts';
import {
  cancelledMessage,
  closedMessage,
  formOf,
  questionMessage,
  reminderMessage,
  sealedMessage,
  skippedMessage,
} from '../../src/message/asking.ts';
import type { Copy } from '../../src/message/copy.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import type { Message } from '../../src/message/message.ts';
import { helpMessage, plain, refusalMessage } from '../../src/message/saying.ts';
import { privacyStatement } from '../../src/org/privacy-statement.ts';
import { PULSE_BANK } from '../../src/stock/pulse.ts';
import { BAND, DIGEST_ROUND, FIRST, NORTH, own, SALES, SINCE } from '../support/digest.ts';
import { backForm, gridForm } from '../support/interview-forms.ts';
import { loopForms, loopMessages } from '../support/loop.ts';
import { fivePoint, freeText, roundOf, severalChoices, zeroToTen } from '../support/round.ts';
import { violations } from './violations.ts';

const [stock = fivePoint('pay')] = PULSE_BANK;
const pulse = roundOf({ questions: [stock, zeroToTen('ten'), freeText('words')] });
const likelihood = roundOf({
  questions: [zeroToTen('ten'), severalChoices('several', ['a', 'b'])],
});

const spread: Figure = {
  shown: 'distribution',
  unfavourable: 30,
  neutral: 15,
  favourable: 55,
  mean: 3.4,
};
const tens = { shown: 'distribution', coarse: true, neutral: 20 } as const;
const above = { ...SALES, figure: { ...tens, unfavourable: 40, favourable: 40 } };
const digest: Digest = {
  round: DIGEST_ROUND.id,
  reader: 'nora',
  uncounted: 3,
  units: [
    {
      ...NORTH,
      participation: 'half to three quarters',
      comments: ['More light, please.', 'Less <noise> & fewer *meetings* @here.', 'أكثر ضوءًا 😀'],
      statements: [
        { ...own('pay', spread, { kind: 'clear', since: SINCE, direction: 'up' }), above },
        own('role', BAND, { kind: 'none', since: SINCE }),
        { ...own('own', { ...tens, unfavourable: 20, favourable: 80 }), above },
        own('choice', { shown: 'options', options: { a: 60, b: 40 } }),
        { question: 'ten', from: SALES, figure: BAND, change: FIRST },
      ],
    },
  ],
};

const nora = { id: 'nora', name: 'Nora', unit: 'north' };
const organisation = {
  people: [nora],
  units: [
    { id: 'company', name: 'Company' },
    { id: 'north', name: 'North', parent: 'company', manager: 'nora' },
  ],
};

function messagesIn(copy: Copy): Record<string, Message> {
  return {
    question: questionMessage(pulse, 'Ada', copy),
    'question-likelihood': questionMessage(likelihood, 'Ada', copy),
    reminder: reminderMessage(pulse, 'Ada', copy),
    sealed: sealedMessage(pulse, true, copy),
    'sealed-all': sealedMessage(pulse, false, copy),
    skipped: skippedMessage(pulse, copy),
    closed: closedMessage(copy),
    cancelled: cancelledMessage(copy),
    digest: digestMessage(DIGEST_ROUND, digest, copy),
    ...loopMessages(copy),
    help: helpMessage(copy),
    refusal: refusalMessage({ refused: 'closed', round: pulse }, copy),
  };
}

const file = (language: string, name: string) => `./goldens/${language}-${name}.json`;
const written = (payload: object) => `${JSON.stringify(payload, undefined, 2)}\n`;

describe.each(LANGUAGE_TAGS)('in %s', (language) => {
  const copy = copyFor(language);
  const messages = messagesIn(copy);
  const privacy = privacyStatement(nora, organisation, 5, true, copy);

  test.each(Object.entries(messages))('a message: %s', async (name, message) => {
    const payload = renderMessage(message, { charts: true });
    expect(violations(payload)).toEqual([]);
    await expect(written(payload)).toMatchFileSnapshot(file(language, name));
  });

  test('a modal with a form', async () => {
    const view = renderForm(formOf(pulse, copy), '{"about":"pulse-2026-11-16"}');
    expect(violations(view)).toEqual([]);
    await expect(written(view)).toMatchFileSnapshot(file(language, 'modal-answers'));
  });

  test.each([
    ['grid', gridForm],
    ['back', backForm],
  ])('a modal of an interview: %s', async (name, formIn) => {
    const view = renderForm(formIn(copy), '{"about":"screen"}');
    expect(violations(view)).toEqual([]);
    await expect(written(view)).toMatchFileSnapshot(file(language, `modal-${name}`));
  });

  test.each(Object.entries(loopForms(copy)))(
    'a modal to write to the team: %s',
    async (name, form) => {
      const view = renderForm(form, '{"about":"pulse-2026-11-16/north"}');
      expect(violations(view)).toEqual([]);
      await expect(written(view)).toMatchFileSnapshot(file(language, `modal-${name}`));
    },
  );

  test('a modal to read', async () => {
    const view = renderPage(privacy, copy.asking.cancel);
    expect(violations(view)).toEqual([]);
    await expect(written(view)).toMatchFileSnapshot(file(language, 'modal-privacy'));
  });

  test('a home page', async () => {
    const view = renderHome(plain(copy.command.nothingOpen));
    expect(violations(view)).toEqual([]);
    await expect(written(view)).toMatchFileSnapshot(file(language, 'home'));
  });

  test('no word of ours is shortened, but for the names in a drawn chart', () => {
    const drawn = (block: KnownBlock) => String(block.type) === 'data_visualization';
    const shown = [
      ...Object.values(messages).flatMap((message) =>
        renderMessage(message, { charts: true }).blocks.filter((block) => !drawn(block)),
      ),
      renderForm(formOf(pulse, copy), ''),
      renderForm(gridForm(copy), ''),
      renderForm(backForm(copy), ''),
      ...Object.values(loopForms(copy)).map((form) => renderForm(form, '')),
      renderPage(privacy, copy.asking.cancel),
    ];
    expect(JSON.stringify(shown)).not.toContain('…');
  });
});

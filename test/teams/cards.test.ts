/** Every card that people are shown, in every language, as Microsoft's types, parser and advice want it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../adapters/teams/card.ts';
import { renderHome, renderMessage, renderPage } from '../../adapters/teams/render.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import { campaignFormOf } from '../../src/message/campaign-form.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { campaignChoices, formsIn, messagesIn } from './real-cards.ts';
import { violations } from './violations.ts';

const PAGES = new Set(['privacy', 'details', 'preview', 'admin', 'admin-sure', 'withheld']);

function render(name: string, message: Parameters<typeof renderMessage>[0]): Card {
  if (name.startsWith('home')) return renderHome(message);
  return PAGES.has(name) ? renderPage(message) : renderMessage(message);
}

function cardsIn(tag: string): [string, Card][] {
  const copy = copyFor(tag);
  return [
    ...Object.entries(messagesIn(copy)).map(
      ([name, message]): [string, Card] => [name, render(name, message)],
    ),
    ...Object.entries(formsIn(copy)).map(([name, form]): [string, Card] => [name, renderForm(form)]),
  ];
}

const ALL = LANGUAGE_TAGS.flatMap((tag) =>
  cardsIn(tag).map(([name, card]) => ({ name: `${name}.${tag}`, card })),
);

describe('a card', () => {
  test.each(ALL)('$name is as it was looked at', async ({ name, card }) => {
    expect(violations(card)).toEqual([]);
    const json = `${JSON.stringify(card, null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`goldens/${name}.json`);
  });

  test('has Microsoft’s type', () => {
    const typed: IAdaptiveCard[] = ALL.map(({ card }) => card satisfies IAdaptiveCard);
    expect(typed).toHaveLength(ALL.length);
  });

  test('leaves nothing out at its real size', () => {
    expect(ALL.filter(({ card }) => JSON.stringify(card).includes('… +'))).toEqual([]);
  });
});

describe('a form for a large company', () => {
  test.each(LANGUAGE_TAGS)('with a hundred units and the whole bank is one card: %s', (tag) => {
    const copy = copyFor(tag);
    expect(violations(renderForm(campaignFormOf(campaignChoices(copy, 100), copy)))).toEqual([]);
  });
});

describe('the lint finds', () => {
  const good = renderForm(formsIn(copyFor('en'))['form-campaign'] as never);
  const broken = (change: (card: Record<string, unknown>) => void) => {
    const card = JSON.parse(JSON.stringify(good));
    change(card);
    return violations(card).join('\n');
  };
  // biome-ignore lint/suspicious/noExplicitAny: a card is broken on purpose.
  const inputs = (card: any) => card.body.filter(({ type }: any) => type.startsWith('Input.'));

  test('nothing wrong with a good one', () => expect(violations(good)).toEqual([]));
  test.each([
    ['an unknown element', 'Unknown element', (card: any) => card.body.push({ type: 'Nothing' })],
    ['a label left out', 'no label', (card: any) => delete inputs(card)[0].label],
    ['a required field without words', 'errorMessage', (card: any) => delete inputs(card)[0].errorMessage],
    ['an id twice', 'an id twice', (card: any) => { inputs(card)[1].id = inputs(card)[0].id; }],
    ['a text cut off', 'no wrap', (card: any) => { card.body[0].wrap = false; }],
    ['another version', 'version', (card: any) => { card.version = '1.6'; }],
    ['a chart without a way out', 'no fallback', (card: any) => card.body.push({ type: 'Chart.Pie', title: 'a' })],
    ['a button that only new clients know', 'fallback', (card: any) => delete card.actions[0].fallback],
    ['a value with a comma', 'bad value', (card: any) => { inputs(card)[1].choices[0].value = 'a,b'; }],
    ['far too much', 'size', (card: any) => { card.body[0].text = 'a'.repeat(20_000); }],
  ])('%s', (_, found, change) => {
    expect(broken(change)).toContain(found);
  });
});

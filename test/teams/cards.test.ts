/** Every card that people are shown, in every language, as Microsoft's types, parser and advice want it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../adapters/teams/card.ts';
import { renderHome, renderMessage, renderPage } from '../../adapters/teams/render.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import { campaignFormOf } from '../../src/message/campaign-form.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { exitFormsIn, exitMessagesIn, exitPagesIn } from './exit-cards.ts';
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
    ...Object.entries(messagesIn(copy)).map(([name, message]): [string, Card] => [
      name,
      render(name, message),
    ]),
    ...Object.entries(exitMessagesIn(copy)).map(([name, message]): [string, Card] => [
      name,
      renderMessage(message),
    ]),
    ...Object.entries(exitPagesIn(copy)).map(([name, page]): [string, Card] => [
      name,
      renderPage(page),
    ]),
    ...Object.entries({ ...formsIn(copy), ...exitFormsIn(copy) }).map(
      ([name, form]): [string, Card] => [name, renderForm(form)],
    ),
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
  const campaign = formsIn(copyFor('en'))['form-campaign'];
  if (!campaign) throw new Error('There is no campaign form.');
  const good = renderForm(campaign);

  /** The violations of the card with one part of it changed, or taken away. */
  function changed(path: readonly (string | number)[], value: unknown): string {
    const card: unknown = JSON.parse(JSON.stringify(good));
    let part = card as Record<string | number, unknown>;
    for (const name of path.slice(0, -1)) part = part[name] as typeof part;
    part[path.at(-1) ?? ''] = value;
    return violations(card as object).join('\n');
  }

  test('nothing wrong with a good one, whose first field is a text and whose second a choice', () => {
    expect(violations(good)).toEqual([]);
    expect(good.body[2]?.type).toBe('Input.Text');
    expect(good.body[4]?.type).toBe('Input.ChoiceSet');
  });

  test.each<[string, string, (string | number)[], unknown]>([
    ['an unknown element', 'Unknown element', ['body', 1], { type: 'Nothing' }],
    ['a label left out', 'no label', ['body', 2, 'label'], undefined],
    ['a required field without words', 'errorMessage', ['body', 2, 'errorMessage'], undefined],
    ['an id twice', 'an id twice', ['body', 4, 'id'], 'text:name'],
    ['an id like a button’s data', 'may clash', ['body', 4, 'id'], 'kind'],
    ['a text cut off', 'no wrap', ['body', 0, 'wrap'], false],
    ['another version', 'version', ['version'], '1.6'],
    ['a chart without a way out', 'no fallback', ['body', 1], { type: 'Chart.Pie', title: 'a' }],
    ['a chart without a name', 'no title', ['body', 1], { type: 'Chart.Pie', fallback: 'drop' }],
    ['a button that old clients lack', 'submit', ['actions', 0, 'fallback'], undefined],
    ['a value with a comma', 'a bad value', ['body', 4, 'choices', 0, 'value'], 'a,b'],
    ['an empty text', 'empty text', ['body', 0, 'text'], ' '],
    ['far too much', 'size', ['body', 0, 'text'], 'a'.repeat(20_000)],
  ])('%s', (_, found, path, value) => {
    expect(changed(path, value)).toContain(found);
  });
});

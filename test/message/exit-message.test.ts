/** What a leaver reads, in every language, and whether each platform can show it whole. */
import { describe, expect, it } from 'vitest';
import { renderMessage, renderPage } from '../../adapters/slack/render.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import { renderPage as renderTeamsPage } from '../../adapters/teams/render.ts';
import { renderForm as renderTeamsForm } from '../../adapters/teams/render-form.ts';
import { EMPTY } from '../../src/exit/draft.ts';
import { next, skip } from '../../src/exit/interview.ts';
import { AT_THE_DOOR } from '../../src/exit/steps.ts';
import { type Asking, screenForm } from '../../src/message/exit-form.ts';
import {
  begunMessage,
  declinedMessage,
  exitReminderMessage,
  invitationMessage,
  thanksMessage,
} from '../../src/message/exit-message.ts';
import {
  contactsPage,
  erasePage,
  exitPrivacyPage,
  overviewPage,
} from '../../src/message/exit-page.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import type { Message } from '../../src/message/message.ts';
import { given } from '../exit/interview-walk.ts';
import { buttonsOf, linesOf } from '../support/hr.ts';

const FACTS = {
  name: 'Ada',
  lastDay: 'LAST-DAY',
  floor: 7,
  releasedOn: 'RELEASE-DAY',
  laterMonths: 4,
  keepMonths: 24,
};
const LINK = { url: 'https://example.org/later/x', opensOn: 'OPENS', until: 'UNTIL' };
/** Goes to another employer: the longest way there is. */
const LONGEST = given({
  'exit-kind': ['resigned'],
  'exit-reason': ['pay'],
  'exit-offer': ['employer'],
});

function screens(): Asking[] {
  const found: Asking[] = [];
  let draft = LONGEST;
  for (const { id } of AT_THE_DOOR) {
    const show = next({ ...draft, position: id });
    if (show !== 'done' && show.kind !== 'contacts') found.push(show);
    const left = skip(draft, id);
    if (!('refused' in left) && id !== 'kind' && id !== 'reason' && id !== 'offer')
      draft = left.draft;
  }
  return found;
}

const text = (message: Message) => linesOf(message).join('\n');

describe.each(LANGUAGE_TAGS)('in %s', (tag) => {
  const copy = copyFor(tag);
  const pages = [
    overviewPage(LONGEST, AT_THE_DOOR, 'named', copy),
    contactsPage([{ name: 'Mara Lind', reach: '+49 30 000 000' }], copy),
    contactsPage([], copy),
    erasePage(copy, 'everything'),
    exitPrivacyPage(FACTS, [], copy),
  ];
  const messages = [
    invitationMessage(FACTS, copy),
    exitReminderMessage(FACTS, copy),
    begunMessage(FACTS, 'named', copy),
    begunMessage(FACTS, 'pooled', copy),
    thanksMessage(FACTS, 'named', LINK, copy),
    thanksMessage(FACTS, 'pooled', LINK, copy),
    declinedMessage(copy),
  ];

  it('what asks says what each choice means, with its sizes and dates', () => {
    for (const message of messages.slice(0, 2)) {
      expect(message.summary).toMatch(/Ada.*LAST-DAY/);
      const said = text(message);
      for (const word of ['7', 'RELEASE-DAY', '10', '5', '24']) expect(said).toContain(word);
      expect(buttonsOf(message)).toEqual([
        'exit-pooled',
        'exit-named',
        'exit-decline',
        'exit-privacy',
      ]);
    }
    expect(messages[0]?.summary).not.toBe(messages[1]?.summary);
  });

  it('what goes on says until when the draft is kept, and offers to make it stricter', () => {
    const [named, pooled] = [messages[2] as Message, messages[3] as Message];
    for (const message of [named, pooled]) expect(text(message)).toContain('LAST-DAY');
    expect(buttonsOf(named)).toContain('exit-stricter');
    expect(buttonsOf(pooled)).not.toContain('exit-stricter');
  });

  it('what thanks has the link with its dates, and without a page none', () => {
    expect(text(messages[5] as Message)).toMatch(/OPENS.*UNTIL/);
    expect(messages[5]?.blocks.filter(({ kind }) => kind === 'link').length).toBe(1);
    const without = thanksMessage(FACTS, 'pooled', undefined, copy);
    expect(without.blocks.filter(({ kind }) => kind === 'link')).toEqual([]);
  });

  it('the overview names every question asked, and no option', () => {
    const overview = text(pages[0] as Message);
    const buttons = buttonsOf(pages[0]).filter((each) => each.startsWith('exit-change '));
    expect(buttons.length).toBe(10);
    const options = ['resigned', 'pay', 'employer'];
    for (const option of options) expect(overview).not.toContain(`${option}:`);
    expect(overview.split('\n').length).toBeGreaterThan(14);
  });

  it('everything fits onto Slack and Teams whole', () => {
    for (const page of pages) {
      expect(renderPage(page, copy.chat.close).blocks.length).toBeLessThanOrEqual(100);
      const teams = JSON.stringify(renderTeamsPage(page));
      for (const label of page.blocks.flatMap((block) =>
        block.kind === 'actions' ? block.actions.map((each) => each.label) : [],
      )) {
        expect(teams).toContain(label);
      }
    }
    for (const message of messages) expect(() => renderMessage(message)).not.toThrow();
    expect(screens().length).toBe(11);
    for (const screen of screens()) {
      const form = screenForm(screen, { access: 'pooled', hasBefore: true }, copy);
      expect(renderForm(form, '').blocks.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(renderTeamsForm(form))).toContain(form.submit);
      expect(JSON.stringify(form)).not.toMatch(/"chosen"|"written"/);
    }
  });
});

it('a screen shows its place, or that what is left empty stays', () => {
  const copy = copyFor('en');
  const first = next(EMPTY) as Asking;
  const at = { access: 'pooled', hasBefore: false, part: { part: 1, of: 8 } } as const;
  expect(screenForm(first, at, copy).intro).toBe('Part 1 of 8. Leave empty what you like.');
  const changing = screenForm(first, { access: 'pooled', hasBefore: true }, copy);
  expect(changing.intro).toMatch(/stays as it was/);
});

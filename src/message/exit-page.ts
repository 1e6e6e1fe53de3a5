/** What a leaver reads in a window of its own: all that was asked, whom to turn to, a copy of what HR can read. */
import type { Given } from '../ballot/cast.ts';
import { type Draft, itemsOf } from '../exit/draft.ts';
import type { Contact } from '../exit/rules.ts';
import type { Step } from '../exit/steps.ts';
import { GRID_HEADING, OFFER_GRID } from '../stock/exit-offer.ts';
import type { Question } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { optionsOf } from './asking.ts';
import type { Copy } from './copy.ts';
import { buttons, type ExitFacts, notes, pooledMeans, texts } from './exit-message.ts';
import type { Block, Message } from './message.ts';

/** After the last screen: what was answered and what was left out, never with what. */
export function overviewPage(
  draft: Draft,
  steps: readonly Step[],
  access: 'named' | 'pooled',
  { exit, language }: Copy,
): Message {
  const parts = overviewParts(draft, steps, { exit, language });
  return {
    summary: exit.overview,
    blocks: [
      { kind: 'heading', text: exit.overview },
      ...texts(exit.overviewIntro),
      // Above the list: most people change nothing.
      buttons('', [
        ['exit-finish', access === 'named' ? exit.finishNamed : exit.finishPooled, 'main'],
        ['exit-erase', exit.erase],
      ]),
      ...parts.flatMap(({ question, lines }, i): Block[] => [
        ...texts(`${i + 1}. ${lines.join('\n')}`),
        buttons(question, [['exit-change', exit.change(i + 1)]]),
      ]),
    ],
  };
}

export interface Part {
  /** Any of its questions, to come back to it by. */
  readonly question: string;
  readonly lines: readonly string[];
}

/** A screen each, without the safety fork: nothing of it is kept. */
export function overviewParts(
  draft: Draft,
  steps: readonly Step[],
  { exit, language }: Pick<Copy, 'exit' | 'language'>,
): Part[] {
  const isAnswered = ({ id }: Question) => draft.answers[id] !== undefined;
  return steps.flatMap((step): Part[] => {
    const questions = itemsOf(step, draft.answers).map(({ question }) => question);
    const [first] = questions;
    if (!first || step.safety) return [];
    const heading = step.look === 'grid' && step.heading;
    const lines = heading
      ? [
          exit.answeredOf(
            say(heading, language),
            questions.filter(isAnswered).length,
            questions.length,
          ),
        ]
      : questions.map((question) => {
          const text = say(question.text, language);
          return isAnswered(question) ? exit.answered(text) : exit.leftOut(text);
        });
    return [{ question: first.id, lines }];
  });
}

/** After the safety fork. Shown once, kept nowhere. */
export function contactsPage(contacts: readonly Contact[], { exit }: Copy): Message {
  return {
    summary: exit.contacts,
    blocks: [
      ...contactBlocks(exit.contactsIntro, contacts, exit),
      buttons('', [['exit-go-on', exit.goOn, 'main']]),
    ],
  };
}

export function contactBlocks(
  intro: string | undefined,
  contacts: readonly Contact[],
  exit: Copy['exit'],
): Block[] {
  return [
    { kind: 'heading', text: exit.contacts },
    ...texts(...(intro === undefined ? [] : [intro])),
    ...texts(...contacts.map(({ name, reach }) => `${name} – ${reach}`)),
    ...texts(...(contacts.length === 0 ? [exit.noContacts] : [])),
    ...notes(exit.outside),
  ];
}

export function erasePage({ exit }: Copy, everything: string): Message {
  return {
    summary: exit.eraseSure,
    blocks: [
      { kind: 'heading', text: exit.eraseSure },
      ...texts(exit.eraseMeans),
      buttons(everything, [['exit-erase', exit.erase, 'grave']]),
      buttons('', [['exit-go-on', exit.goOn]]),
    ],
  };
}

/** Who reads what, in full. */
export function exitPrivacyPage(
  facts: ExitFacts,
  contacts: readonly Contact[],
  { exit, privacy }: Copy,
): Message {
  return {
    summary: exit.privacyTitle,
    blocks: [
      { kind: 'heading', text: exit.privacyTitle },
      ...texts(
        ...pooledMeans(facts, exit),
        exit.pooledWaits,
        exit.namedMeans(facts.keepMonths),
        exit.stricterOnly(facts.releasedOn),
        exit.draftMeans(facts.lastDay),
        exit.notTold,
      ),
      ...notes(privacy.notPromised),
      ...contactBlocks(undefined, contacts, exit),
    ],
  };
}

/** For the leaver alone, and only of what HR can read. */
export function ownAnswersPage(
  given: readonly Given[],
  questions: readonly Question[],
  { exit, language }: Copy,
): Message {
  return {
    summary: exit.copyTitle,
    blocks: [
      { kind: 'heading', text: exit.copyTitle },
      ...notes(exit.copyIntro),
      ...given.flatMap((each): Block[] => {
        const question = questions.find(({ id }) => id === each.question);
        if (!question || isRow(each)) return [];
        const quote = { kind: 'quote', text: inWords(question, each.values, language) } as const;
        return [...texts(say(question.text, language)), quote];
      }),
      ...gridBlocks(given.filter(isRow), language),
    ],
  };
}

function isRow({ question }: Given): boolean {
  return OFFER_GRID.some(({ id }) => id === question);
}

/** The rows of the comparison together: each says nothing without its heading. */
function gridBlocks(given: readonly Given[], language: string): Block[] {
  const lines = given.flatMap(({ question: id, values }) => {
    const question = OFFER_GRID.find((each) => each.id === id);
    return question
      ? [`${say(question.text, language)} – ${inWords(question, values, language)}`]
      : [];
  });
  if (lines.length === 0) return [];
  return [...texts(`${say(GRID_HEADING, language)} …`), { kind: 'quote', text: lines.join('\n') }];
}

function inWords(question: Question, values: readonly string[], language: string): string {
  if (question.kind === 'free-text') return values.join('\n');
  const options = optionsOf(question, language);
  return values
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
    .join(', ');
}

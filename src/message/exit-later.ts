/** The page of the second wave: what stands above its forms, and the forms that are no screen of the interview. */
import type { Draft } from '../exit/draft.ts';
import type { Step } from '../exit/steps.ts';
import type { Copy } from './copy.ts';
import { type ExitFacts, notes, texts } from './exit-message.ts';
import { overviewParts } from './exit-page.ts';
import type { Block, Form, Message } from './message.ts';

/** What the forms beside the screens are about; no screen is called so. */
export const ACCESS = 'access';
export const END = 'end';
/** The choice at the end that erases everything; no question is called so. */
export const ERASE = 'erase';

export function laterPage({ exit }: Copy, blocks: readonly Block[]): Message {
  const { title } = exit.later;
  return { summary: title, blocks: [{ kind: 'heading', text: title }, ...blocks] };
}

/** Above the first form: why, and who reads it. */
export function introBlocks(
  organisation: string,
  facts: Pick<ExitFacts, 'floor' | 'releasedOn' | 'keepMonths'>,
  until: string,
  mayBeNamed: boolean,
  { exit }: Copy,
): Block[] {
  const { later } = exit;
  return [
    ...texts(later.intro(organisation), later.short),
    ...texts(later.pooledMeans(facts.floor, facts.releasedOn)),
    ...(mayBeNamed ? texts(exit.namedMeans(facts.keepMonths)) : []),
    ...notes(later.draftMeans(until)),
  ];
}

/** For those who chose named at the door. */
export function accessForm(keepMonths: number, { exit }: Copy): Form {
  const { later } = exit;
  return {
    ...around(ACCESS, later.title, later.short, exit),
    fields: [
      {
        kind: 'one',
        name: ACCESS,
        label: later.access,
        hint: later.accessHint,
        required: true,
        options: [
          { value: 'pooled', label: later.pooled },
          { value: 'named', label: later.named(keepMonths) },
        ],
      },
    ],
    submit: exit.next,
  };
}

/** After the last screen: all that was asked, to be changed, finished or erased. */
export function endForm(
  draft: Draft,
  steps: readonly Step[],
  access: 'named' | 'pooled',
  copy: Copy,
): Form {
  const { exit } = copy;
  const { later } = exit;
  const parts = overviewParts(draft, steps, copy).map(({ question, lines }) => ({
    value: question,
    label: lines.join('; '),
  }));
  return {
    ...around(END, later.end, later.endIntro, exit),
    fields: [
      {
        kind: 'one',
        name: END,
        label: later.endChoice,
        hint: later.endHint,
        options: [...parts, { value: ERASE, label: later.erase }],
      },
    ],
    submit: access === 'named' ? exit.finishNamed : exit.finishPooled,
  };
}

function around(about: string, title: string, intro: string, { stop }: Copy['exit']) {
  return { name: 'exit', about, title, intro, cancel: stop } as const;
}

/** The parts of an Adaptive Card that Soundings uses; every element has its type from Microsoft, at compile time only. */
import type {
  CardElementArray,
  IAdaptiveCard,
  IExecuteAction,
  ITeamsCardProperties,
} from '@microsoft/teams.cards';
import { limits } from './limits.ts';
import { shorten } from './text.ts';

export type Element = CardElementArray[number];

/** Plain JSON. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  /** Teams shows `fallbackText` instead of a card that asks for more. */
  readonly version: '1.5';
  readonly body: Element[];
  readonly actions?: IExecuteAction[];
  readonly fallbackText: string;
  /** What a screen reader calls the card. */
  readonly speak: string;
  readonly msteams?: ITeamsCardProperties;
}

/** Wide cards use the whole conversation, where there is more room than a phone has. */
export function card(
  said: string,
  body: readonly Element[],
  more: { readonly actions?: readonly IExecuteAction[]; readonly wide?: boolean } = {},
): Card {
  const summary = shorten(said, limits.summary);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak: summary,
    fallbackText: summary,
    ...(more.wide && { msteams: { width: 'full' } }),
    body: [...body],
    ...(more.actions && { actions: [...more.actions] }),
  } satisfies IAdaptiveCard;
}

export function fits(card: Card): boolean {
  return JSON.stringify(card).length <= limits.card;
}

/** Messages for cards, and cards as a client reads them. */
import type { Card } from '../../adapters/teams/card.ts';
import type { Block, Chart, Message } from '../../src/message/message.ts';

export function of(...blocks: Block[]): Message {
  return { summary: 'Summary', blocks };
}

/** An element as a client reads it. */
interface Shown {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly title?: string;
  readonly style?: string;
  readonly value?: string | number;
  readonly isRequired?: boolean;
  readonly items?: readonly Shown[];
  readonly actions?: readonly Shown[];
  readonly data?: readonly Shown[];
}

export function bodyOf(card: Card): Shown[] {
  return JSON.parse(JSON.stringify(card.body));
}

/** Every title of a button, row by row. */
export function rowsOf(card: Card): string[][] {
  return bodyOf(card)
    .filter(({ type }) => type === 'ActionSet')
    .map(({ actions = [] }) => actions.map(({ title = '' }) => title));
}

export function chart(more: Partial<Chart> = {}): Chart {
  const row = (label: string) => ({
    label,
    text: '60 % favourable, 25 % neutral, 15 % unfavourable',
    emphasis: 'main' as const,
    figure: { kind: 'distribution' as const, favourable: 60, neutral: 25, unfavourable: 15 },
  });
  return {
    kind: 'chart',
    title: 'Paid fairly?',
    summary: 'Two alike.',
    legend: ['unfavourable', 'neutral', 'favourable'],
    rows: [row('North'), row('Sales')],
    ...more,
  };
}

/** A message as an Adaptive Card 1.5, within what Teams takes. */

import { fitBlocks } from '../../src/message/fit-blocks.ts';
import type { Block, Message } from '../../src/message/message.ts';
import { renderActions, renderLink, renderScale } from './buttons.ts';
import { type Card, card, type Element, fits } from './card.ts';
import { renderChart } from './chart.ts';
import { heading, note, words } from './text.ts';

/** Charts get the width of the conversation. */
export function renderMessage(message: Message): Card {
  return render(message, message.blocks.some(isChart));
}

/** A card is the only window that every client has: longer things to read are a wide one. */
export function renderPage(message: Message): Card {
  return render(message, true);
}

/** Teams has no page of the bot's own without a tab: the home page is a card that is asked for. */
export function renderHome(message: Message): Card {
  return render(message, true);
}

/** Pictures go first where there is no room, from the last on: their numbers stay. */
function render({ summary, blocks }: Message, wide: boolean): Card {
  const said = blocks.length > 0 ? blocks : [{ kind: 'text' as const, text: summary }];
  const made = (kept: readonly Block[], pictures: number) =>
    card(summary, renderBlocks(kept, pictures), { wide });
  for (let pictures = said.filter(isChart).length; pictures > 0; pictures--) {
    const pictured = made(said, pictures);
    if (fits(pictured)) return pictured;
  }
  return fitBlocks(said, (kept) => made(kept, 0), fits);
}

function isChart({ kind }: Block): boolean {
  return kind === 'chart';
}

function renderBlocks(blocks: readonly Block[], pictures: number): Element[] {
  const pictured = new Set(blocks.filter(isChart).slice(0, pictures));
  return blocks.flatMap((block) => renderBlock(block, pictured.has(block)));
}

function renderBlock(block: Block, pictured: boolean): Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'text':
      return [words(block.text)];
    case 'note':
      return [note(block.text)];
    case 'quote':
      return [
        { type: 'Container', style: 'emphasis', spacing: 'Small', items: [words(block.text)] },
      ];
    case 'link':
      return renderLink(block);
    case 'scale':
      return renderScale(block);
    case 'actions':
      return renderActions(block);
    case 'chart':
      return renderChart(block, pictured);
  }
}

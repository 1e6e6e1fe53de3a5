/** A message as Block Kit, within every limit of Slack. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { fitBlocks } from '../../src/message/fit-blocks.ts';
import type { Block, Message } from '../../src/message/message.ts';
import { renderActions, renderScale } from './buttons.ts';
import { drawnChart, writtenChart } from './chart.ts';
import { escaped, plain } from './fit.ts';
import { limits } from './limits.ts';
import { renderQuotes } from './quotes.ts';
import { renderHeading, renderLink, renderNote, renderText } from './text.ts';

/** Slack draws charts in messages only, and not everywhere yet: one that refuses them is sent the text alone. */
interface Look {
  readonly charts: boolean;
}

const TEXT_ONLY: Look = { charts: false };

/** The name of the app, at the top of every modal. */
export const TITLE = plain('Soundings', limits.title);

export function renderMessage(
  message: Message,
  look: Look = TEXT_ONLY,
): { text: string; blocks: KnownBlock[] } {
  const blocks = fitBlocks(message.blocks, (kept) => renderBlocks(kept, look), isMessage);
  return { text: escaped(message.summary, limits.summary), blocks };
}

export function renderHome(message: Message): HomeView {
  const view = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks });
  return view(renderView(message, view));
}

/** A page to read. `close` is what the button that closes it says; `metadata` comes back with its clicks. */
export function renderPage(message: Message, close: string, metadata?: string): ModalView {
  const view = (blocks: KnownBlock[]): ModalView => ({
    type: 'modal',
    ...(metadata !== undefined && { private_metadata: metadata }),
    title: TITLE,
    close: plain(close, limits.close),
    blocks,
  });
  return view(renderView(message, view));
}

function renderView(message: Message, view: (blocks: KnownBlock[]) => object): KnownBlock[] {
  const render = (kept: readonly Block[]) => renderBlocks(kept, TEXT_ONLY);
  return fitBlocks(message.blocks, render, (blocks) => isView(view(blocks), blocks.length));
}

function isMessage(blocks: readonly KnownBlock[]): boolean {
  return (
    blocks.length <= limits.messageBlocks && JSON.stringify(blocks).length <= limits.messageSize
  );
}

export function isView(view: object, blocks: number): boolean {
  return blocks <= limits.viewBlocks && Buffer.byteLength(JSON.stringify(view)) <= limits.viewBytes;
}

function renderBlocks(blocks: readonly Block[], look: Look): KnownBlock[] {
  const drawn = look.charts ? drawnCharts(blocks) : new Map<number, KnownBlock>();
  return blocks.flatMap((_, place) => [
    ...(drawn.has(place) ? [drawn.get(place) as KnownBlock] : []),
    ...renderBlock(blocks, place),
  ]);
}

/** The first charts that can be drawn, by their place, as many as a message may have. */
function drawnCharts(blocks: readonly Block[]): ReadonlyMap<number, KnownBlock> {
  const drawn = blocks.flatMap((block, place) => {
    const chart = block.kind === 'chart' ? drawnChart(block) : undefined;
    return chart ? [[place, chart] as const] : [];
  });
  return new Map(drawn.slice(0, limits.chartsPerMessage));
}

function renderBlock(blocks: readonly Block[], place: number): KnownBlock[] {
  const block = blocks[place] as Block;
  switch (block.kind) {
    case 'heading':
      return renderHeading(block.text);
    case 'text':
      return renderText(block.text);
    case 'note':
      return renderNote(block.text);
    case 'quote':
      return blocks[place - 1]?.kind === 'quote' ? [] : renderQuotes(quotesFrom(blocks, place));
    case 'link':
      return renderLink(block);
    case 'scale':
      return renderScale(block, place);
    case 'actions':
      return renderActions(block, place);
    case 'chart':
      return writtenChart(block);
  }
}

/** The quote at `start` and those that follow it at once. */
function quotesFrom(blocks: readonly Block[], start: number): string[] {
  const quotes: string[] = [];
  for (const block of blocks.slice(start)) {
    if (block.kind !== 'quote') break;
    quotes.push(block.text);
  }
  return quotes;
}

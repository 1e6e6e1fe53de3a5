/** Headings and paragraphs, in as many blocks as they need. */
import type { KnownBlock, RichTextBlock, RichTextLink, RichTextText } from '@slack/types';
import type { Block } from '../../src/message/message.ts';
import { webAddress } from '../../src/message/web-address.ts';
import { clean, pieces, plain, shorten } from './fit.ts';
import { limits } from './limits.ts';

export function renderText(text: string): KnownBlock[] {
  return pieces(text, limits.text).map((piece) => ({
    type: 'section',
    text: plain(piece, limits.text),
  }));
}

export function renderNote(text: string): KnownBlock[] {
  return pieces(text, limits.text).map((piece) => ({
    type: 'context',
    elements: [plain(piece, limits.text)],
  }));
}

/** A header is short; a longer heading is bold text. */
export function renderHeading(heading: string): KnownBlock[] {
  if (clean(heading).length <= limits.header) {
    return [{ type: 'header', text: plain(heading, limits.header) }];
  }
  return pieces(heading, limits.text).map((piece) => richText([bold(piece)]));
}

/** As rich text: in `<url|text>` the words would be read as markup. What is no address of the web is text. */
export function renderLink({ text, url }: Extract<Block, { kind: 'link' }>): KnownBlock[] {
  const address = webAddress(url);
  if (address === undefined || address.length > limits.text) return renderText(`${text}: ${url}`);
  return [richText([{ type: 'link', url: address, text: shorten(text, limits.text) }])];
}

/** Rich text is never read as markup: nobody is mentioned, nothing linked. */
export function richText(elements: (RichTextText | RichTextLink)[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

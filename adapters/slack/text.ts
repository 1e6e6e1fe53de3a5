/** Headings and paragraphs, in as many blocks as they need. */
import type { KnownBlock, RichTextBlock, RichTextText } from '@slack/types';
import { clean, pieces, plain } from './fit.ts';
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

/** Rich text is never read as markup: nobody is mentioned, nothing linked. */
export function richText(elements: RichTextText[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

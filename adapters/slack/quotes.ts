/** Released comments, as few blocks as they fit in. */
import type { RichTextBlock, RichTextQuote, RichTextSection } from '@slack/types';
import { pieces } from './fit.ts';
import { limits } from './limits.ts';

export function renderQuotes(quotes: readonly string[]): RichTextBlock[] {
  const groups: string[][] = [];
  let room = 0;
  for (const piece of quotes.flatMap((quote) => pieces(quote, limits.text))) {
    room -= piece.length + GAP.length;
    if (room < 0) {
      groups.push([]);
      room = limits.text - piece.length;
    }
    groups.at(-1)?.push(piece);
  }
  return groups.map((group) => ({
    type: 'rich_text',
    elements: group.flatMap((text, i) => (i === 0 ? [quote(text)] : [gap(), quote(text)])),
  }));
}

/** Two quotes without anything between them would look like one comment. */
const GAP = '\n';

function gap(): RichTextSection {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: GAP }] };
}

function quote(text: string): RichTextQuote {
  return { type: 'rich_text_quote', elements: [{ type: 'text', text }] };
}

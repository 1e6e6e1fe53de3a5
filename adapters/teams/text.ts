/** Plain text that Teams shows as it is: well-formed, never empty, never read as Markdown. */
import type { IRichTextBlock, ITextBlock, ITextRun } from '@microsoft/teams.cards';
import { limits } from './limits.ts';

/** An empty element would be a gap that nobody understands. */
const NOTHING = '–';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

type Look = Pick<ITextBlock, 'size' | 'weight' | 'color' | 'isSubtle'>;
type Place = Pick<ITextBlock, 'spacing'>;

/** Without what JSON or a client can't carry: lone surrogates, control characters, blanks around. */
export function clean(text: string): string {
  const carried = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\u{fffd}')
    .trim();
  return /[^\s\p{Cf}]/u.test(carried) ? carried : NOTHING;
}

/** Ends in `…` where something is left out; no character is cut, however composed. */
export function shorten(text: string, limit: number): string {
  const whole = clean(text);
  if (whole.length <= limit) return whole;
  const head = whole.slice(0, limit + '😀'.length);
  const end = graphemes.segment(head).containing(limit - 1)?.index ?? limit - 1;
  return `${whole.slice(0, end).trimEnd()}…`;
}

/**
 * What a TextBlock could take for Markdown. Its escapes are no way out: phones show the backslashes
 * (github.com/MicrosoftDocs/msteams-docs/issues/5793).
 */
const MARKUP = /[*_~`[\]\\<\n]|&#?\w+;|^([-+>#]|\d+[.)])/;

/** As a text block; where that could be read as markup, as rich text, which is never. */
export function words(
  text: string,
  look: Look = {},
  place: Place = {},
): ITextBlock | IRichTextBlock {
  const said = literal(shorten(text, limits.text));
  if (MARKUP.test(said)) return runs([run(said, look)], place);
  return { type: 'TextBlock', text: said, wrap: true, ...look, ...place };
}

/** In Teams `Medium` is as small as any other text. */
export function heading(text: string): ITextBlock | IRichTextBlock {
  const block = words(text, { size: 'Large', weight: 'Bolder' }, { spacing: 'Medium' });
  return block.type === 'TextBlock' ? { ...block, style: 'heading' } : block;
}

export function note(text: string): ITextBlock | IRichTextBlock {
  return words(text, { size: 'Small', isSubtle: true }, { spacing: 'Small' });
}

export function runs(inlines: ITextRun[], place: Place = {}): IRichTextBlock {
  return { type: 'RichTextBlock', inlines, ...place };
}

export function run(text: string, look: Look = {}): ITextRun {
  return { type: 'TextRun', text: literal(text), ...look };
}

/** Clients put dates in the place of `{{DATE(...)}}`, whoever wrote it. */
export function literal(text: string): string {
  return text.replaceAll('{{', '{\u2060{');
}

/** What is wrong with a field, behind its label, which may be a sentence. */
export function faultOf(label: string, fault: string): string {
  return `${label.replace(/[.:]$/, '')}: ${fault}`;
}

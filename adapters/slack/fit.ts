/** Plain text that Slack takes as it is: well-formed, never empty, never too long, never cut inside a character. */
import type { PlainTextElement } from '@slack/types';
import type { Option } from '../../src/message/message.ts';

/** Slack refuses an empty text. */
const NOTHING = '–';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Without what JSON or Slack can't carry: lone surrogates, control characters, blanks around. */
export function clean(text: string): string {
  const carried = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\u{fffd}')
    .trim();
  return /[^\s\p{Cf}]/u.test(carried) ? carried : NOTHING;
}

/** Ends in `…` where something is left out. */
export function shorten(text: string, limit: number): string {
  const whole = clean(text);
  if (whole.length <= limit) return whole;
  return `${whole.slice(0, boundary(whole, limit - 1)).trimEnd()}…`;
}

/** The whole text in pieces, parted at blanks where there are any. */
export function pieces(text: string, limit: number): string[] {
  const found: string[] = [];
  let rest = clean(text);
  while (rest.length > limit) {
    const end = blankBefore(rest, boundary(rest, limit) || pairBoundary(rest, limit));
    found.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  found.push(rest);
  return found.filter((piece) => piece !== '');
}

/** The last place up to `limit` where no character, however composed, is cut. What comes later does not matter. */
function boundary(text: string, limit: number): number {
  const head = text.slice(0, limit + '😀'.length);
  return graphemes.segment(head).containing(limit)?.index ?? text.length;
}

/** For a composed character that is itself longer than the limit: only its code points are kept whole. */
function pairBoundary(text: string, limit: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

/** After the last blank in the second half of what fits; `end` if there is none. */
function blankBefore(text: string, end: number): number {
  const head = text.slice(0, end);
  const blank = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' ')) + 1;
  return blank > end / 2 && boundary(text, blank) === blank ? blank : end;
}

/**
 * For the one text that Slack reads as markup: nobody is mentioned and nothing linked. Short enough after escaping.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escaped(text: string, limit: number): string {
  const markup = (part: string) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  let size = Math.min(limit, clean(text).length);
  while (markup(shorten(text, size)).length > limit) {
    size -= Math.ceil((markup(shorten(text, size)).length - limit) / '&amp;'.length);
  }
  return markup(shorten(text, size));
}

/** Shown as it is: no markup, and `:names:` of emoji stay what was typed. */
export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(text, limit), emoji: false };
}

/**
 * Options as they fit on buttons and in menus. Where one must be shortened, all are numbered, and `full` says them whole.
 */
export function fitOptions(
  options: readonly Option[],
  limit: number,
): { readonly labels: readonly string[]; readonly full?: string } {
  const whole = options.map(({ label }) => clean(label));
  if (whole.every((label) => label.length <= limit)) return { labels: whole };
  const numbered = whole.map((label, i) => `${i + 1}. ${label}`);
  return { labels: numbered.map((label) => shorten(label, limit)), full: numbered.join('\n') };
}

/** Takes names of colleagues, handles, addresses, phone numbers and links out of a comment before anyone reads it. */
import { ALSO_WORDS, NEVER_ALONE } from './name-words.ts';

/** Stands where something was taken out; the same in every language. */
const GONE = '[…]';

const PATTERNS = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu,
  // Phone numbers and personnel ids: six digits or more, however they are grouped; no dates, years or thousands.
  /(?<![\p{L}\p{N}.,])(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|(?:19|20)\d\d\s?[/-]\s?(?:19|20)?\d\d(?!\d)|\d{1,3}(?:[.,\s]\d{3})+(?![\d-]))\+?\(?\d(?:[\s()./-]{0,2}\d){5,}/gu,
];

/** Removes what points to a person. */
export type Scrub = (text: string) => string;

/**
 * A scrubber for an organisation. `names` are the names of its people (given, family, full) and their handles, in any
 * script; diacritics and case do not matter, but words such as "will" or "mark" count as names only with a capital.
 */
export function scrubber(names: readonly string[]): Scrub {
  const { parts, handles, scriptless, whole } = known(names);
  return (text) => {
    let clean = text;
    for (const pattern of PATTERNS) clean = clean.replace(pattern, GONE);
    clean = clean.replace(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu, (token) =>
      handles.has(fold(token)) ? GONE : token,
    );
    clean = withoutWhole(clean, whole);
    clean = clean.replace(/[\p{L}\p{M}]+/gu, (word) => (isName(word, parts) ? GONE : word));
    for (const name of scriptless) clean = clean.replaceAll(name, GONE);
    return clean.replace(/\[…\](?:[\s-]*\[…\])+/gu, GONE);
  };
}

/** What to look for: parts of names, whole handles, and names in scripts without capitals, the longest first. */
function known(names: readonly string[]) {
  const words = names.flatMap((name) => name.match(/[\p{L}\p{M}]+/gu) ?? []);
  const isScriptless = (word: string) => /\p{Lo}/u.test(word);
  const folded = words.filter((word) => !isScriptless(word)).flatMap(spellings);
  return {
    parts: new Set(folded.filter((part) => part.length > 1 && !NEVER_ALONE.has(part))),
    handles: new Set(names.filter((name) => /[._\d]/.test(name)).map(fold)),
    scriptless: words.filter(isScriptless).sort((a, b) => b.length - a.length),
    whole: new Set(names.map(wholeName).filter((name) => name.split(' ').some(isNever))),
  };
}

/** A name as its folded parts: "Văn-An" is "van an". */
function wholeName(name: string): string {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold).join(' ');
}

function isNever(part: string): boolean {
  return NEVER_ALONE.has(part);
}

/** Takes out whole names with parts that say nothing alone: two to five words in a row. */
function withoutWhole(text: string, whole: ReadonlySet<string>): string {
  if (whole.size === 0) return text;
  const pieces = text.split(/([\p{L}\p{M}]+)/u);
  for (let start = 1; start < pieces.length; start += 2) {
    for (let end = Math.min(start + 8, pieces.length - 2); end > start; end -= 2) {
      if (!whole.has(wholeName(pieces.slice(start, end + 1).join('')))) continue;
      pieces.splice(start, end - start + 1, GONE);
      break;
    }
  }
  return pieces.join('');
}

function isName(word: string, parts: ReadonlySet<string>): boolean {
  const folded = fold(word);
  const name = parts.has(folded) ? folded : genitive(folded, parts);
  if (name === undefined) return false;
  const capital = /^\p{Lu}/u.test(word);
  return capital || (name.length > 2 && !ALSO_WORDS.has(name));
}

/** "Annas" is Anna's. */
function genitive(folded: string, parts: ReadonlySet<string>): string | undefined {
  const stem = folded.slice(0, -1);
  return folded.length > 4 && folded.endsWith('s') && parts.has(stem) ? stem : undefined;
}

/** Lower case without diacritics: "Łukasz" and "lukasz" are one. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/gu, (letter) => SPECIAL[letter] ?? letter);
}

/** As it is folded, and as it is written where there is no umlaut on the keyboard: "jurgen" and "juergen". */
function spellings(word: string): string[] {
  const spelt = word
    .normalize('NFC')
    .replace(/[äöüåø]/giu, (letter) => SPELT[letter.toLowerCase()] ?? letter);
  return [...new Set([fold(word), fold(spelt)])];
}

const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

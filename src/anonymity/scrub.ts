/** Takes names of colleagues, handles, addresses, phone numbers and links out of a comment before anyone reads it. */

/** Stands where something was taken out; the same in every language. */
const GONE = '[…]';

const PATTERNS = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu,
  // Phone numbers and personnel ids: six digits or more, however they are grouped.
  /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s()./-]{0,2}\d){5,}/gu,
];

/** Words that are names only when written with a capital. */
const ALSO_WORDS = new Set(
  'april august art autumn bill bob chance daisy dawn faith frank grace grant guy hope iris ivy jack jade jean joy june lily mark may miles olive penny price ray reich rich rose ruby rusty sky stern summer sunny wolf will wood young kurz lang klein braun gut wild lieb ernst engel kaiser koch schneider vogel winter sommer herbst petit blanc grand leroy leon paz luz dolores angel'.split(
    ' ',
  ),
);

/** Removes what points to a person. */
export type Scrub = (text: string) => string;

/**
 * A scrubber for an organisation. `names` are the names of its people (given, family, full) and their handles, in any
 * script; diacritics and case do not matter, but words such as "will" or "mark" count as names only with a capital.
 */
export function scrubber(names: readonly string[]): Scrub {
  const parts = new Set<string>();
  const handles = new Set<string>();
  const scriptless: string[] = [];
  for (const name of names) {
    if (/[._\d]/.test(name)) handles.add(fold(name));
    for (const part of name.match(/[\p{L}\p{M}]+/gu) ?? []) {
      if (/\p{Lo}/u.test(part)) scriptless.push(part);
      else if (part.length > 1) parts.add(fold(part));
    }
  }
  scriptless.sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const pattern of PATTERNS) clean = clean.replace(pattern, GONE);
    clean = clean.replace(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)+/gu, (token) =>
      handles.has(fold(token)) ? GONE : token,
    );
    clean = clean.replace(/[\p{L}\p{M}]+/gu, (word) => (isName(word, parts) ? GONE : word));
    for (const name of scriptless) clean = clean.replaceAll(name, GONE);
    return clean.replace(/\[…\](?:[\s-]*\[…\])+/gu, GONE);
  };
}

function isName(word: string, parts: ReadonlySet<string>): boolean {
  const folded = fold(word);
  const name = parts.has(folded) ? folded : genitive(folded, parts);
  if (name === undefined) return false;
  const capital = /^\p{Lu}/u.test(word);
  return capital || (name.length > 3 && !ALSO_WORDS.has(name));
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
    .replace(/[łøđßæœı]/gu, (letter) => SPECIAL[letter] ?? letter);
}

const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

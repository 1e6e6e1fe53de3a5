/** Whether a text has the words that somebody typed, whatever the case and the accents. */

/** Letters that carry no accent to be taken off, as most keyboards type them. */
const letters: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss' };

/** Every word is somewhere in the text, as a part of a word at least. */
export function hasWords(text: string, words: string): boolean {
  const all = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function plain(text: string): string {
  const bare = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ıłøđß]/g, (letter) => letters[letter] ?? letter);
}

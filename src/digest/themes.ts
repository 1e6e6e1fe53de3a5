/** What released comments are about: drivers that several people touch, by the words of stock. Says nothing that the comments do not. */
import { DRIVERS } from '../stock/drivers.ts';
import type { ThemeWords } from '../stock/theme-words.ts';
import { THEME_WORDS } from '../stock/themes.ts';

/** So many people of one pool must touch a theme; in a pool everybody wrote one comment. */
export const TOUCHING = 3;

/** Of more than these nobody remembers the first. */
const MOST = 4;

/** One pool's comments: they are released only from the numbers of `RELEASE`, so that these hold for themes too. */
interface Pool {
  readonly texts: readonly string[];
}

/** Ids of drivers, the most touched first. Pools are read apart, as somebody may have written into several. */
export function themesOf(pools: readonly Pool[]): string[] {
  const touched = new Map<string, number>();
  for (const { texts } of pools) {
    for (const [driver, people] of countedIn(texts)) {
      if (people >= TOUCHING) touched.set(driver, Math.max(people, touched.get(driver) ?? 0));
    }
  }
  const order = DRIVERS.map(({ id }) => id);
  return [...touched]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || order.indexOf(a) - order.indexOf(b))
    .slice(0, MOST)
    .map(([driver]) => driver);
}

function countedIn(texts: readonly string[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const text of texts) {
    for (const driver of driversIn(text)) people.set(driver, (people.get(driver) ?? 0) + 1);
  }
  return people;
}

/** The drivers that one comment touches, in the language that it is written in; in all, where no short word tells it. */
export function driversIn(text: string): string[] {
  const folded = fold(text);
  const found = LANGUAGES.map((language) => ({
    language,
    common: folded.match(language.common)?.length ?? 0,
  }));
  const most = Math.max(...found.map(({ common }) => common));
  const languages = found.filter(({ common }) => common === most).map(({ language }) => language);
  return DRIVERS.map(({ id }) => id).filter((id) =>
    languages.some(({ drivers }) => drivers.get(id)?.test(folded)),
  );
}

const LANGUAGES = THEME_WORDS.map(readWords);

function readWords({ common, drivers }: ThemeWords) {
  return {
    common: pattern(common, 'gu'),
    drivers: new Map(Object.entries(drivers).map(([id, words]) => [id, pattern(words, 'u')])),
  };
}

/** Any of the entries, as whole words. */
function pattern(entries: string, flags: string): RegExp {
  const each = entries.split(',').map((entry) => fold(entry).trim().replaceAll('*', '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})(?:${each.join('|')})(?!\\p{L})`, flags);
}

/** Lower case without diacritics, words parted by one blank. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\-–’']+/g, ' ');
}

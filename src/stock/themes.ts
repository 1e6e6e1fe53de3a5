/** What comments are about: for each language, the words by which people speak of each driver. */

import { GERMAN_THEMES } from './themes-de.ts';
import { ENGLISH_THEMES } from './themes-en.ts';
import { SPANISH_THEMES } from './themes-es.ts';
import { FRENCH_THEMES } from './themes-fr.ts';

/**
 * Case, diacritics and hyphens do not matter. `*` stands for any letters or none at that end of a word; a comma ends an
 * entry, which may be several words in a row.
 */
export interface ThemeWords {
  /** Short words that nearly every sentence has, and hardly any in another of these languages. */
  readonly common: string;
  /** By the id of a driver. */
  readonly drivers: Readonly<Record<string, string>>;
}

export const THEME_WORDS: readonly ThemeWords[] = [
  ENGLISH_THEMES,
  GERMAN_THEMES,
  FRENCH_THEMES,
  SPANISH_THEMES,
];

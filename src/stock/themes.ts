/** What comments are about: for each language, the words by which people speak of each driver. */

import type { ThemeWords } from './theme-words.ts';
import { GERMAN_THEMES } from './themes-de.ts';
import { ENGLISH_THEMES } from './themes-en.ts';
import { SPANISH_THEMES } from './themes-es.ts';
import { FRENCH_THEMES } from './themes-fr.ts';

export const THEME_WORDS: readonly ThemeWords[] = [
  ENGLISH_THEMES,
  GERMAN_THEMES,
  FRENCH_THEMES,
  SPANISH_THEMES,
];

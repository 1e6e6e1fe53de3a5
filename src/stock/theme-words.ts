/** How the words are kept by which comments are told apart. */

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

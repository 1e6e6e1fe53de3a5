/** Which languages Soundings writes in. */
import type { Copy } from './copy.ts';
import { german } from './copy-de.ts';
import { english } from './copy-en.ts';
import { spanish } from './copy-es.ts';
import { french } from './copy-fr.ts';

const LANGUAGES: readonly Copy[] = [english, german, french, spanish];

/** The copy of a locale's language; English where there is none. */
export function copyFor(locale: string): Copy {
  const language = locale.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((copy) => copy.language === language) ?? english;
}

/** Language tags that people can choose. */
export const LANGUAGE_TAGS: readonly string[] = LANGUAGES.map(({ language }) => language);

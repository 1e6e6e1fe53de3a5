/** Text in several languages, and which of them a person reads. */

/** Language tag (`en`, `de`, `pt-BR`) to text; at least one entry. */
export type LocalisedText = Readonly<Record<string, string>>;

/**
 * The text for `locale`: the tag itself, then its language, then English, then whatever there is.
 * `say({ en: 'Yes', de: 'Ja' }, 'de-AT')` is `Ja`.
 */
export function say(text: LocalisedText, locale: string): string {
  const language = locale.split('-')[0] ?? locale;
  return text[locale] ?? text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

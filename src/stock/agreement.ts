/** The agreement scale of the pulse bank, and the short form in which its items are written. */
import type { FivePoint } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';

/** A type alias, not an interface: so that it passes as a LocalisedText and no language is forgotten. */
type InFourLanguages = Readonly<Record<'en' | 'de' | 'fr' | 'es', string>>;

/** From strongly disagree to strongly agree. Short: they are buttons. */
export const AGREEMENT: readonly LocalisedText[] = [
  {
    en: 'Strongly disagree',
    de: 'Stimme gar nicht zu',
    fr: 'Pas du tout d’accord',
    es: 'Muy en desacuerdo',
  },
  { en: 'Disagree', de: 'Stimme nicht zu', fr: 'Pas d’accord', es: 'En desacuerdo' },
  { en: 'Neither', de: 'Weder noch', fr: 'Ni l’un ni l’autre', es: 'Ni lo uno ni lo otro' },
  { en: 'Agree', de: 'Stimme zu', fr: 'D’accord', es: 'De acuerdo' },
  {
    en: 'Strongly agree',
    de: 'Stimme voll zu',
    fr: 'Tout à fait d’accord',
    es: 'Muy de acuerdo',
  },
];

/** An item of the bank. Its id never gets another wording: trends hang on it. A new wording is a new id. */
export function item(id: string, driver: string, text: InFourLanguages): FivePoint {
  return { kind: 'five-point', id, driver, text, labels: AGREEMENT };
}

/** The mirror: one question to those who stay, made of what the better offers had. */
import type { FivePoint } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { ASPECTS, type Aspect } from './exit-offer.ts';
import { LIKELIHOOD } from './exit-words.ts';

/** The sentence around one or two aspects, by language. */
const SENTENCES: Readonly<Record<string, (offer: string) => string>> = {
  en: (offer) => `If another employer offered you ${offer}, how likely would you be to take it?`,
  de: (offer) =>
    `Angenommen, ein anderer Arbeitgeber bietet dir ${offer}: Wie wahrscheinlich wäre es, dass du annimmst?`,
  fr: (offer) =>
    `Si un autre employeur te proposait ${offer}, quelle serait la probabilité que tu acceptes ?`,
  es: (offer) =>
    `Si otra empresa te ofreciera ${offer}, ¿qué probabilidad habría de que aceptaras?`,
};

/** None of the stock's phrases begins with an i in Spanish, so `y` never turns into `e`. */
const AND: Readonly<Record<string, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y' };

/**
 * Taking the offer is unfavourable: exposure is the unfavourable share. The id and the wording follow from the aspects
 * alone, whatever their order, so that the same mirror held up twice is a trend. It belongs to no driver.
 */
export function mirrorQuestion(first: string, second?: string): FivePoint {
  const aspects = ASPECTS.filter(({ id }) => id === first || id === second);
  const unknown = [first, second].find((id) => id && !ASPECTS.some((each) => each.id === id));
  if (unknown) throw new Error(`There is no aspect "${unknown}" of an offer: see ASPECTS.`);
  const entries = Object.entries(SENTENCES).map(([language, sentence]) => [
    language,
    sentence(offerIn(language, aspects)),
  ]);
  return {
    kind: 'five-point',
    id: `mirror-${aspects.map(({ id }) => id).join('-')}`,
    text: Object.fromEntries(entries),
    labels: LIKELIHOOD,
    favourable: [1, 2],
    unfavourable: [4, 5],
  };
}

function offerIn(language: string, aspects: readonly Aspect[]): string {
  return aspects.map(({ better }) => say(better, language)).join(` ${AND[language]} `);
}

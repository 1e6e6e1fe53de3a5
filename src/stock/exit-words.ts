/** How the exit questions are written down: each text in four languages, options by value. */
import type { FreeText, Option, SingleChoice } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';

/** A tuple, so that no language is forgotten: English, German, French, Spanish. */
export type Words = readonly [en: string, de: string, fr: string, es: string];

export function text([en, de, fr, es]: Words): LocalisedText {
  return { en, de, fr, es };
}

/** Options in the order in which they are written. Their values lie in pools for years: none gets another meaning. */
export function options(labels: Readonly<Record<string, Words>>): Option[] {
  return Object.entries(labels).map(([value, words]) => ({ value, label: text(words) }));
}

export function choice(
  id: string,
  words: Words,
  labels: Readonly<Record<string, Words>>,
): SingleChoice {
  return { kind: 'single-choice', id, text: text(words), options: options(labels) };
}

export function inOwnWords(id: string, words: Words): FreeText {
  return { kind: 'free-text', id, text: text(words) };
}

/** The last option of most lists. */
export const OTHER: Words = ['Something else', 'Etwas anderes', 'Autre chose', 'Otra cosa'];

/** From very unlikely to very likely. Short: they are buttons. */
export const LIKELIHOOD: readonly LocalisedText[] = [
  text(['Very unlikely', 'Sehr unwahrscheinlich', 'Très improbable', 'Muy improbable']),
  text(['Rather unlikely', 'Eher unwahrscheinlich', 'Plutôt improbable', 'Poco probable']),
  text(['Perhaps', 'Vielleicht', 'Peut-être', 'Quizás']),
  text(['Rather likely', 'Eher wahrscheinlich', 'Plutôt probable', 'Bastante probable']),
  text(['Very likely', 'Sehr wahrscheinlich', 'Très probable', 'Muy probable']),
];

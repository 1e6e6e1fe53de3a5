import { expect, test } from 'vitest';
import { scrubber } from '../../src/anonymity/scrub.ts';
import { DIRECTORY, HARMLESS, NAMING } from './labelled-comments.ts';

const scrub = scrubber(DIRECTORY);
const MARKED = /\[\[(.+?)\]\]/gu;
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Particles that point to nobody by themselves, and a form of address. */
const NOTHING_ALONE = ['von', 'der', 'de', 'la', 'al', 'bin', 'Frau', 'O', 's'];

/** The words of a mention that are still there: the sentence around it is cut off on both sides. */
function leftOf(text: string): string[] {
  const plain = text.replaceAll(MARKED, '$1');
  const kept = words(scrub(plain).replaceAll('[…]', ' '));
  const around = words(text.replaceAll(MARKED, ' '));
  for (const word of around) {
    const at = kept.indexOf(word);
    if (at >= 0) kept.splice(at, 1);
  }
  return kept.filter((word) => !NOTHING_ALONE.includes(word));
}

const mentions = NAMING.flatMap((text) => [...text.matchAll(MARKED)]);
const missed = NAMING.flatMap(leftOf);
const touched = HARMLESS.filter((text) => scrub(text) !== text);

test('at least 99.5 % of the names of the directory are found where they are mentioned', () => {
  const recall = 1 - missed.length / mentions.length;
  expect({ recall: recall >= 0.995, missed }).toEqual({ recall: true, missed });
  console.info(
    `scrub: ${mentions.length} mentions, ${missed.length} missed (${missed.join(', ')})`,
  );
});

test('at most 5 % of harmless sentences lose a word', () => {
  const share = touched.length / HARMLESS.length;
  expect({ share: share <= 0.05, touched }).toEqual({ share: true, touched });
  console.info(`scrub: ${touched.length} of ${HARMLESS.length} harmless sentences touched`);
});

test('what stands around a name stays', () => {
  for (const text of NAMING) {
    const kept = words(scrub(text.replaceAll(MARKED, '$1')));
    for (const word of words(text.replaceAll(MARKED, ' '))) expect(kept, text).toContain(word);
  }
});

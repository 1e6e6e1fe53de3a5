/** The stock of actions: some for every driver, in every language, short, and about nobody in particular. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionOf, actionsOf } from '../../src/stock/actions.ts';
import { DRIVERS } from '../../src/stock/drivers.ts';

const LANGUAGES = ['de', 'en', 'es', 'fr'];
const drivers = DRIVERS.map(({ id }) => id);

describe('the actions', () => {
  it('are at least two for every driver, and none for any other', () => {
    for (const driver of drivers) {
      expect(actionsOf(driver).length, driver).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(ACTIONS.map(({ driver }) => driver))).toEqual(new Set(drivers));
    expect(actionsOf('no-such-driver')).toEqual([]);
  });

  it('have unique ids that begin with their driver, and are found by them', () => {
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
    for (const action of ACTIONS) {
      expect(action.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(action.id.startsWith(`${action.driver}-`), action.id).toBe(true);
      expect(actionOf(action.id)).toBe(action);
    }
    expect(actionOf('role-none')).toBeUndefined();
  });

  it.each(ACTIONS.map(({ id, text }) => [id, text] as const))(
    'are a sentence in English, German, French and Spanish only: %s',
    (_, text) => {
      expect(Object.keys(text).toSorted()).toEqual(LANGUAGES);
      for (const said of Object.values(text)) {
        expect(said, said).toMatch(/^\p{Lu}(?:[\u00a0 ]?[^\s'"])*\u00a0?[.?]$/u);
        expect(said.length, said).toBeLessThanOrEqual(130);
      }
      expect(text.fr).not.toMatch(/[^\u00a0][:;?!]/u);
      expect(new Set(Object.values(text)).size).toBe(LANGUAGES.length);
    },
  );

  it('never say the same thing twice', () => {
    for (const language of LANGUAGES) {
      const said = ACTIONS.map(({ text }) => text[language]);
      expect(new Set(said).size, language).toBe(said.length);
    }
  });

  it('address nobody, formally or informally', () => {
    const address: Record<string, RegExp> = {
      en: /(?<!\p{L})(?:you|your|yours)(?!\p{L})/iu,
      de: /(?<!\p{L})(?:du|dein\p{L}*|dir|dich|Ihnen|Ihr|Ihre\p{L}*)(?!\p{L})/u,
      fr: /(?<!\p{L})(?:tu|te|ton|ta|tes|vous|votre|vos)(?!\p{L})/iu,
      es: /(?<!\p{L})(?:tú|tu|tus|te|usted|ustedes)(?!\p{L})/iu,
    };
    for (const { text } of ACTIONS) {
      for (const [language, pattern] of Object.entries(address)) {
        expect(text[language]).not.toMatch(pattern);
      }
    }
  });
});

/** The pulse bank: every ready-made pulse question, in our own words, in the order of the drivers. */
import type { FivePoint, FreeText, ZeroToTen } from '../survey/question.ts';
import { DRIVERS } from './drivers.ts';
import { COMPANY } from './pulse-company.ts';
import { CONDITIONS } from './pulse-conditions.ts';
import { PEOPLE } from './pulse-people.ts';
import { WORK } from './pulse-work.ts';

const ITEMS = [...WORK, ...CONDITIONS, ...PEOPLE, ...COMPANY];

function itemsOf(driver: string): FivePoint[] {
  return ITEMS.filter((item) => item.driver === driver);
}

/** All agreement items; 4 and 5 are favourable in every one. */
export const PULSE_BANK: readonly FivePoint[] = DRIVERS.flatMap(({ id }) => itemsOf(id));

/** The first item of each driver: repeated, so that trends compare like with like. */
export const PULSE_CORE: readonly FivePoint[] = DRIVERS.flatMap(({ id }) =>
  itemsOf(id).slice(0, 1),
);

/** A statement about oneself like the items, and so without a choice between formal and informal address. */
export const RECOMMEND: ZeroToTen = {
  kind: 'zero-to-ten',
  id: 'recommend',
  driver: 'staying',
  text: {
    en: 'I would recommend working here to my friends.',
    de: 'Ich würde im Freundeskreis empfehlen, hier zu arbeiten.',
    fr: 'Je recommanderais à mes proches de travailler ici.',
    es: 'Recomendaría a mis amistades trabajar aquí.',
  },
  low: {
    en: 'Not at all likely',
    de: 'Gar nicht wahrscheinlich',
    fr: 'Pas du tout probable',
    es: 'Nada probable',
  },
  high: { en: 'Very likely', de: 'Sehr wahrscheinlich', fr: 'Très probable', es: 'Muy probable' },
};

/** Asked with every round. */
export const COMMENT: FreeText = {
  kind: 'free-text',
  id: 'comment',
  text: {
    en: 'One thing that should change here, or stay as it is',
    de: 'Eine Sache, die sich hier ändern oder so bleiben sollte',
    fr: 'Une chose qui devrait changer ici, ou rester comme elle est',
    es: 'Una cosa que debería cambiar aquí, o seguir como está',
  },
};

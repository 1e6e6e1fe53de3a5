/** What figures mean, in French. */
import type { FiguresCopy } from './copy-figures.ts';

export const frenchFigures: FiguresCopy = {
  drift: (direction, since) =>
    `Dans l’ensemble, cela va lentement ${direction === 'up' ? 'mieux' : 'moins bien'} depuis le ${since} ; cela se voit sur plusieurs questionnaires, pas sur celui-ci seulement.`,
  within: {
    between: (from, to) => `${from} à ${to} sur 100`,
    atLeast: (from) => `au moins ${from} sur 100`,
    atMost: (to) => `au plus ${to} sur 100`,
  },
  probably: (within) =>
    `Si tout le monde avait répondu : probablement ${within} de réponses favorables.`,
  certainly: (within) =>
    `Si tout le monde avait répondu : à coup sûr ${within} de réponses favorables, quoi que pensent les autres.`,
  both: (probably, certainly) =>
    `Si tout le monde avait répondu : probablement ${probably} de réponses favorables ; à coup sûr ${certainly}, quoi que pensent les autres.`,
  engagement: (index, drivers, since) =>
    `Indice d’engagement : ${index} sur 100 (${drivers} ; demandé depuis le ${since}).`,
  engagementElsewhere: (people, index, source) => `${people} : ${index} sur 100 (${source}).`,
  beside: (people, source, what) => `À titre de comparaison, ${people} (${source}) : ${what}.`,
  higher: (drivers) => `plus haut ici pour ${drivers}`,
  lower: (drivers) => `plus bas ici pour ${drivers}`,
};

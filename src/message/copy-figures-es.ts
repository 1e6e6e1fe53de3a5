/** What figures mean, in Spanish. */
import type { FiguresCopy } from './copy-figures.ts';

export const spanishFigures: FiguresCopy = {
  drift: (direction, since) =>
    `En conjunto, las cosas van poco a poco ${direction === 'up' ? 'mejor' : 'peor'} desde el ${since}; se ve a lo largo de varias rondas, no solo en esta.`,
  within: {
    between: (from, to) => `entre ${from} y ${to} de cada 100`,
    atLeast: (from) => `al menos ${from} de cada 100`,
    atMost: (to) => `como mucho ${to} de cada 100`,
  },
  probably: (within) =>
    `Si todo el mundo hubiera respondido: probablemente ${within} respuestas favorables.`,
  certainly: (within) =>
    `Si todo el mundo hubiera respondido: con seguridad ${within} respuestas favorables, piensen lo que piensen los demás.`,
  both: (probably, certainly) =>
    `Si todo el mundo hubiera respondido: probablemente ${probably} respuestas favorables; con seguridad ${certainly}, piensen lo que piensen los demás.`,
  engagement: (index, drivers, since) =>
    `Índice de compromiso: ${index} de 100 (${drivers}; preguntado desde el ${since}).`,
  engagementElsewhere: (people, index, source) => `${people}: ${index} de 100 (${source}).`,
  beside: (people, source, what) => `Como comparación, ${people} (${source}): ${what}.`,
  higher: (drivers) => `aquí más alto en ${drivers}`,
  lower: (drivers) => `aquí más bajo en ${drivers}`,
};

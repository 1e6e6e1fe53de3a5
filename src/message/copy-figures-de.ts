/** What figures mean, in German. */
import type { FiguresCopy } from './copy-figures.ts';

export const germanFigures: FiguresCopy = {
  drift: (direction, since) =>
    `Alles in allem wird es seit dem ${since} langsam ${direction === 'up' ? 'besser' : 'schlechter'}; das zeigt sich über mehrere Runden, nicht in dieser allein.`,
  within: {
    between: (from, to) => `${from} bis ${to} von 100`,
    atLeast: (from) => `${from} oder mehr von 100`,
    atMost: (to) => `${to} oder weniger von 100`,
  },
  probably: (within) => `Hätten alle geantwortet: wahrscheinlich ${within} günstig.`,
  certainly: (within) =>
    `Hätten alle geantwortet: sicher ${within} günstig, was auch immer die Übrigen denken.`,
  both: (probably, certainly) =>
    `Hätten alle geantwortet: wahrscheinlich ${probably} günstig; sicher ${certainly}, was auch immer die Übrigen denken.`,
  engagement: (index, drivers, since) =>
    `Engagement-Index: ${index} von 100 (${drivers}; gefragt seit dem ${since}).`,
  engagementElsewhere: (people, index, source) => `${people}: ${index} von 100 (${source}).`,
  beside: (people, source, what) => `Zum Vergleich ${people} (${source}): ${what}.`,
  higher: (drivers) => `hier höher bei ${drivers}`,
  lower: (drivers) => `hier niedriger bei ${drivers}`,
};

/** What figures mean, in English. */
import type { FiguresCopy } from './copy-figures.ts';

export const englishFigures: FiguresCopy = {
  drift: (direction, since) =>
    `All in all slowly getting ${direction === 'up' ? 'better' : 'worse'} since ${since}; that shows over several rounds, not in this one alone.`,
  within: {
    between: (from, to) => `${from} to ${to} of 100`,
    atLeast: (from) => `${from} or more of 100`,
    atMost: (to) => `${to} or fewer of 100`,
  },
  probably: (within) => `If everybody had answered, probably ${within} would be favourable.`,
  certainly: (within) =>
    `If everybody had answered, certainly ${within} would be favourable, whatever the others think.`,
  both: (probably, certainly) =>
    `If everybody had answered, probably ${probably} would be favourable; certainly ${certainly}, whatever the others think.`,
  engagement: (index, drivers, since) =>
    `Engagement index: ${index} of 100 (${drivers}; asked since ${since}).`,
  engagementElsewhere: (people, index, source) => `${people}: ${index} of 100 (${source}).`,
  beside: (people, source, what) => `Beside ${people} (${source}): ${what}.`,
  higher: (drivers) => `higher here for ${drivers}`,
  lower: (drivers) => `lower here for ${drivers}`,
};

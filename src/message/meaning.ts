/** What figures mean, in words: if everybody had answered, over many rounds, beside other employers. */

import type { Statement } from '../digest/digest.ts';
import { ifAllHadAnswered, type Within } from '../digest/range.ts';
import { BENCHMARK_SOURCE, ENGAGEMENT_INDEX } from '../stock/benchmarks.ts';
import { say } from '../survey/text.ts';
import type { Copy } from './copy.ts';
import { type Context, capital, driverName, since } from './statement.ts';

/** Of a figure of the unit's own, from 20 answers. */
export function rangeSentence({ copy }: Context, { figure, backing }: Statement): string[] {
  if (!figure || !backing) return [];
  const { figures } = copy;
  const { probably, certainly } = ifAllHadAnswered(figure, backing);
  if (probably && certainly)
    return [figures.both(withinWords(probably, copy), withinWords(certainly, copy))];
  if (probably) return [figures.probably(withinWords(probably, copy))];
  return certainly ? [figures.certainly(withinWords(certainly, copy))] : [];
}

function withinWords({ from, to }: Within, { figures }: Copy): string {
  const { between, atLeast, atMost } = figures.within;
  if (from !== undefined && to !== undefined) return between(`${from}`, `${to}`);
  return from !== undefined ? atLeast(`${from}`) : atMost(`${to}`);
}

export function driftSentence(context: Context): string[] {
  const { drift } = context.unit;
  return drift ? [context.copy.figures.drift(drift.direction, since(context, drift))] : [];
}

export function engagementSentence(context: Context): string[] {
  const { unit, copy } = context;
  const { engagement } = unit;
  if (!engagement) return [];
  const drivers = list(engagement.drivers, copy);
  return [copy.figures.engagement(`${engagement.index}`, drivers, since(context, engagement))];
}

/** The public index, of the newest year. */
export function engagementElsewhere({ unit, copy }: Context): string[] {
  const [year, index] = Object.entries(ENGAGEMENT_INDEX).at(-1) ?? [];
  if (!unit.engagement || year === undefined) return [];
  const people = capital(say(BENCHMARK_SOURCE.population, copy.language));
  return [copy.figures.engagementElsewhere(people, `${index}`, sourceWords(year, copy))];
}

/** How the drivers of the root stand beside the public benchmark. */
export function besideSentence({ unit, copy }: Context): string[] {
  if (!unit.beside) return [];
  const { higher, lower } = unit.beside;
  const { figures, language } = copy;
  const what = [
    ...(higher.length > 0 ? [figures.higher(list(higher, copy))] : []),
    ...(lower.length > 0 ? [figures.lower(list(lower, copy))] : []),
  ];
  const people = say(BENCHMARK_SOURCE.population, language);
  return [figures.beside(people, say(BENCHMARK_SOURCE.note, language), what.join(' · '))];
}

/** Where a public figure of a year comes from. */
export function sourceWords(year: string, { language }: Copy): string {
  const { note, name } = BENCHMARK_SOURCE;
  return `${say(note, language)}, ${name}, ${year}`;
}

function list(drivers: readonly string[], copy: Copy): string {
  const names = drivers.map((driver) => driverName(driver, copy) ?? driver);
  // Names of drivers hold an "and" of their own.
  return names.join(', ');
}

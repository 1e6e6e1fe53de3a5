/** Public benchmarks: how the UK Civil Service answered by theme and year, for a line beside a driver. */
import type { LocalisedText } from '../survey/text.ts';

/** Percent by year, whole numbers. */
type ByYear = Readonly<Record<number, number>>;

export interface Benchmark {
  readonly driver: string;
  /** Theme of the survey, as its publisher calls it. */
  readonly theme: string;
  /** Year to percent favourable: the median organisation. */
  readonly scores: ByYear;
}

interface BenchmarkSource {
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly population: LocalisedText;
  /** Belongs beside every figure. */
  readonly note: LocalisedText;
}

export const BENCHMARK_SOURCE: BenchmarkSource = {
  name: 'Civil Service People Survey',
  publisher: 'UK Cabinet Office',
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  population: {
    en: 'UK civil servants',
    de: 'Beschäftigte des britischen Staatsdienstes',
    fr: 'agents de la fonction publique britannique',
    es: 'personal de la administración pública británica',
  },
  note: {
    en: 'differently worded questions',
    de: 'anders formulierte Fragen',
    fr: 'questions formulées autrement',
    es: 'preguntas formuladas de otra manera',
  },
};

function from2009(...percent: readonly number[]): ByYear {
  return Object.fromEntries(percent.map((score, i) => [2009 + i, score]));
}

/**
 * The survey's nine themes, each beside our closest driver; where two share a driver, the closer one comes first.
 * Drivers without an honest counterpart have none. From 2017 three themes average one item less (organisational
 * objectives, resources, leadership): a step from 2016 to 2017 may be the question's.
 */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    driver: 'role',
    theme: 'My work',
    scores: from2009(75, 71, 71, 73, 74, 75, 74, 75, 76, 76, 77),
  },
  {
    driver: 'role',
    theme: 'Organisational objectives and purpose',
    scores: from2009(81, 81, 81, 82, 82, 83, 83, 83, 82, 83, 83),
  },
  {
    driver: 'training',
    theme: 'Learning and development',
    scores: from2009(50, 43, 43, 44, 47, 49, 49, 50, 53, 54, 55),
  },
  {
    driver: 'pay',
    theme: 'Pay and benefits',
    scores: from2009(37, 37, 31, 30, 29, 28, 30, 31, 30, 31, 34),
  },
  {
    driver: 'workload',
    theme: 'Resources and workload',
    scores: from2009(72, 73, 73, 74, 74, 74, 73, 73, 72, 73, 74),
  },
  {
    driver: 'manager',
    theme: 'My manager',
    scores: from2009(64, 64, 64, 66, 67, 67, 68, 68, 70, 70, 71),
  },
  {
    driver: 'team',
    theme: 'My team',
    scores: from2009(76, 77, 77, 78, 79, 79, 80, 80, 81, 81, 82),
  },
  {
    driver: 'leadership',
    theme: 'Leadership and managing change',
    scores: from2009(38, 37, 38, 41, 42, 43, 43, 43, 47, 47, 49),
  },
  {
    driver: 'fairness',
    theme: 'Inclusion and fair treatment',
    scores: from2009(74, 73, 73, 75, 74, 75, 74, 76, 77, 78, 79),
  },
];

/** The survey's engagement index: a mean of 0 to 100 over five items, not a favourable share, so beside no driver. */
export const ENGAGEMENT_INDEX: ByYear = from2009(58, 56, 56, 58, 58, 59, 58, 59, 61, 62, 63);

/** What people think: whole rows of real answers where the data are there, else a seeded model; the same all year. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DRIVERS, latent } from '../src/demo/answers.ts';
import { quantile, uniform } from '../src/demo/random.ts';
import type { FivePoint } from '../src/survey/question.ts';

/** Beside the repository; the data are not part of it. */
const FILE = '../shared/data/fevs-2018/fevs2018_three_agencies.csv.gz';

/** Driver to the item of the US Federal Employee Viewpoint Survey 2018 (OPM, public domain) that stands for it. */
const ITEMS: Readonly<Record<string, string>> = {
  role: 'Q6',
  recognition: 'Q31',
  growth: 'Q1',
  training: 'Q18',
  pay: 'Q70',
  workload: 'Q10',
  flexibility: 'Q42',
  manager: 'Q48',
  team: 'Q20',
  leadership: 'Q53',
  fairness: 'Q25',
  belonging: 'Q34',
  'well-being': 'Q69',
  staying: 'Q40',
};

export interface Opinions {
  /** Where they come from, for the report. */
  readonly source: string;
  /** Histogram cell 0 to 4. A person keeps an opinion all year, also in another unit. */
  of(person: string, firstUnit: string, question: FivePoint): number;
}

export function opinions(seed: number, file = FILE): Opinions {
  return existsSync(file) ? resampled(file, seed) : modelled(seed, file);
}

/** A team answers like respondents of one real unit; each person like one of them. */
function resampled(file: string, seed: number): Opinions {
  const [first = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const header = first.trim().split(',');
  const rows = lines.map((line) => line.trim().split(','));
  const units = [...grouped(rows, header.indexOf('LEVEL1')).values()];
  return {
    source: `real answers, resampled: ${rows.length} respondents of ${units.length} units (FEVS 2018)`,
    of(person, unit, question) {
      const team = units[Math.floor(uniform(seed, 'team', unit) * units.length)] ?? [];
      const row = team[Math.floor(uniform(seed, 'row', person) * team.length)] ?? [];
      const item = ITEMS[question.driver ?? question.id] ?? 'Q40';
      return Number(row[header.indexOf(item)] ?? 3) - 1;
    },
  };
}

function grouped(rows: readonly string[][], column: number): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** The demonstration's model at a moment that never passes. */
function modelled(seed: number, file: string): Opinions {
  return {
    source: `a seeded model; the real answers (${file}) are not here`,
    of(person, unit, question) {
      const driver = question.driver ?? question.id;
      const score = latent({ seed, round: 0, unit, person, question: question.id, driver });
      const shares = DRIVERS[driver]?.shares ?? [5, 8, 15, 40, 32];
      const total = shares.reduce((sum, share) => sum + share, 0);
      let below = 0;
      const cuts = shares.slice(0, -1).map((share) => {
        below += share;
        return quantile(below / total);
      });
      return cuts.filter((cut) => score > cut).length;
    },
  };
}

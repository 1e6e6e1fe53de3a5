/** The federal survey of 2018 as test data: three agencies, 31 units, 4,214 people, 71 items. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FILE = '../shared/data/fevs-2018/fevs2018_three_agencies.csv.gz';
/** From the root of the repository, whichever folder the tests are started in. */
const path = fileURLToPath(new URL(`../../${FILE}`, import.meta.url));

export const fevsIsThere = existsSync(path);
export const ITEMS = Array.from({ length: 71 }, (_, i) => `Q${i + 1}`);

export interface Respondent {
  readonly id: string;
  readonly agency: string;
  readonly unit: string;
  /** Item to `1`..`5`; 5 is the most favourable. */
  readonly answers: ReadonlyMap<string, string>;
}

export function respondents(): Respondent[] {
  const [first = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const header = first.trim().split(',');
  return lines.map((line) => {
    const cells = line.trim().split(',');
    if (cells.length !== header.length) throw new Error('A quoted comma in the data.');
    const field = (name: string) => cells[header.indexOf(name)] ?? '';
    return {
      id: field('RANDOM'),
      agency: field('AGENCY'),
      unit: field('LEVEL1'),
      answers: new Map(ITEMS.map((item) => [item, field(item)])),
    };
  });
}

/** Measures what design.md promises, each figure beside a bare baseline of the same run. `--short` takes a tenth. */
import { rmSync } from 'node:fs';
import { measureAnswers } from './answers.ts';
import { measureDelivery } from './delivery.ts';
import type { Line } from './line.ts';
import { measurePlanning } from './planning.ts';
import { measureRound } from './round.ts';
import { measureSealing } from './sealing.ts';
import { measureSlack } from './slack.ts';
import { measureStart } from './start.ts';
import { measureTeams } from './teams.ts';

const short = process.argv.includes('--short');
const lines: Line[] = [];
lines.push(...measureSealing(short ? 2_000 : 20_000));
lines.push(...(await measureRound(short ? 10_000 : 100_000)));
lines.push(...(await measureAnswers(short)));
lines.push(...(await measureSlack(short)));
lines.push(...(await measureTeams(short)));
lines.push(...(await measurePlanning(short)));
lines.push(...(await measureDelivery(short)));
lines.push(...(await measureStart()));
print(lines);

function print(table: readonly Line[]): void {
  const head: Line = {
    what: '',
    ours: 'Soundings',
    bare: 'bare',
    ratio: 'ratio',
    target: 'target',
  };
  const rows = [head, ...table];
  const columns = ['what', 'ours', 'bare', 'ratio', 'target'] as const;
  const width = (column: keyof Line) => Math.max(...rows.map((row) => row[column].length));
  for (const row of rows) {
    const [what, ...rest] = columns.map((column) =>
      column === 'what' ? row[column].padEnd(width(column)) : row[column].padStart(width(column)),
    );
    console.log([what, ...rest].join('  '));
  }
}

process.on('exit', () => rmSync('.scratch/bench', { recursive: true, force: true }));

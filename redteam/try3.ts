import { company } from './company.ts';
import { opinions } from './opinions.ts';
import { playYear } from './year.ts';
import { askingsOf, brokenAskingsOf } from './published.ts';
import { narrowedAlone, narrowedTogether } from './integer-program.ts';
import { solver } from './solve.ts';
import { flipTest } from './flip.ts';
const o = opinions(1); console.log(o.source);
const w = await playYear(company(13, 1), o, 1);
const solve = await solver();
for (const [name, of, weeks] of [['product', askingsOf, 13], ['control', brokenAskingsOf, 2]] as const) {
  const all = w.slice(0, weeks).flatMap(of);
  for (const [what, f] of [['alone', narrowedAlone], ['together', narrowedTogether]] as const) {
    if (name === 'control' && what === 'together') continue;
    const t = performance.now();
    console.log(name, what, JSON.stringify(f(all, {solve, seed: 1})), Math.round(performance.now() - t));
  }
  const t = performance.now();
  console.log(flipTest(all, 1000, 1), performance.now() - t);
}

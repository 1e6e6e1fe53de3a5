import { company } from './company.ts';
import { opinions } from './opinions.ts';
import { playYear } from './year.ts';
import { askingsOf, brokenAskingsOf } from './published.ts';
import { narrowedAlone, narrowedTogether } from './integer-program.ts';
const o = opinions(1); console.log(o.source);
const w = await playYear(company(13, 1), o, 1);
for (const [name, of] of [['product', askingsOf], ['control', brokenAskingsOf]] as const) {
  const all = w.flatMap(of);
  for (const [what, f] of [['alone', narrowedAlone], ['together', narrowedTogether]] as const) for (const strict of [false, true]) {
    const t = performance.now();
    console.log(name, what, strict ? 'proved' : 'not found', JSON.stringify(f(all, {strict, seed: 1})), Math.round(performance.now() - t));
  }
}

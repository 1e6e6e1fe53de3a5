import { company } from './company.ts';
import { opinions } from './opinions.ts';
import { playYear } from './year.ts';
import { askingsOf, brokenAskingsOf } from './published.ts';
import { smallDifferences, brokenUnions } from './differences.ts';
import { unanimous } from './unanimity.ts';
const w = await playYear(company(13, 1), opinions(1), 1);
for (const [name, of] of [['product', askingsOf], ['control', brokenAskingsOf]] as const) {
  const t = performance.now();
  const all = w.flatMap(of);
  const d = all.map(smallDifferences).flat();
  const u = all.map(unanimous);
  const answers = all.flatMap((a) => a.groups.flatMap((g) => g.members)).filter((m) => !m.colluder).length;
  console.log(name, all.length, answers, 'diffs', d.length, 'unions', all.map(brokenUnions).reduce((a,b)=>a+b), 'determined', u.reduce((s, x) => s + x.determined, 0), 'two', u.reduce((s, x) => s + x.twoLeft, 0), performance.now() - t);
}

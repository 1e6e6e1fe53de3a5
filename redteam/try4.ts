import { company } from './company.ts';
import { opinions } from './opinions.ts';
import { playYear } from './year.ts';
import { askingsOf } from './published.ts';
import { programOf } from './program.ts';
import { canHaveChosen } from './repair.ts';
import { chance } from './chance.ts';
import { countOf } from './asking.ts';
const o = opinions(1);
const w = await playYear(company(13, 1), o, 1);
const r = chance(1);
for (const a of w.flatMap(askingsOf)) {
  const p = programOf(a);
  a.groups.forEach((g, i) => {
    const left = [0,1,2,3,4].filter((c) => canHaveChosen(p, i, c, r));
    if (left.length > 2 || g.members.length >= 10) return;
    const col = g.members.filter(m => m.colluder);
    if (col.length === g.members.length) return;
    console.log(a.round, a.question.id, g.id, 'n', g.members.length, 'c', col.length, 'tally', countOf(g.members,5).join(), 'col', countOf(col,5).join(), 'left', left.join(), a.published.filter(x=>x.groups.includes(g.id)).map(x=>`${x.unit}:${x.groups.length}:${a.groups.filter(y=>x.groups.includes(y.id)).reduce((s,y)=>s+y.members.length,0)}:${JSON.stringify(x.said)}`).join(' '));
  });
}

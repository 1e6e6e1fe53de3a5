import { company } from './company.ts';
import { opinions } from './opinions.ts';
import { playYear } from './year.ts';
import { askingsOf, brokenAskingsOf } from './published.ts';
import { flipTest } from './flip.ts';
const o = opinions(1);
const w = await playYear(company(13, 1), o, 1);
for (const of of [askingsOf]) {const t = performance.now(); console.log(flipTest(w.flatMap(of), 12000, 7), performance.now() - t);}

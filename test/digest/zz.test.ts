import { test } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { backing } from '../../src/digest/backing.ts';
import { drifts, type Week, type Point } from '../../src/digest/drift.ts';
import { seeded } from '../support/random.ts';
import { fivePoint, unit } from '../support/round.ts';
import { figuresOf } from '../../src/digest/figures.ts';
import { overTime } from '../../src/digest/over-time.ts';
const Q=fivePoint('q');
function run(t:any, random:()=>number){
  const draws=()=>Array.from({length:t.people},random);
  const mood=draws(); const ops=Array.from({length:t.questions},()=>mood.map((e:number)=>random()<.73?e:random()));
  const weeks:Week[]=[]; 
  for(let w=0;w<52;w++){ const today=t.favourable-t.fall*w/52; const here=draws().map((e:number)=>e<.75);
    if(t.lasting<1) for(const o of ops) for(const k of o.keys()) if(random()>=t.lasting) o[k]=random();
    const points:Point[]=[];
    for(let i=0;i<t.perRound;i++){ const q=(w*t.perRound+i)%t.questions; const a=ops[q]!.filter((_:any,k:number)=>here[k]).map((e:number)=>(random()<.748?e:random())<today?1:0);
      const n=a.length, f=a.reduce((s:number,e:number)=>s+e,0); const b=backing(n,t.people,5);
      if(b) points.push({question:`${q}`,figure:figure(Q,n,[n-f,0,0,0,f])!,backing:b}); }
    weeks.push({since:`${w}`,points}); }
  const d=drifts(weeks); 
  return {alarms:d.filter(Boolean).length, fall:d.some(x=>x?.direction==='down')?1:0, first:d.findIndex(x=>x?.direction==='down')};
}
test('x',async()=>{ const out:string[]=[];
 for(const lasting of [1,.97]) for(const [questions,perRound] of [[14,3],[3,3],[1,1]] as const) for(const people of [8,15,40,150,600]) {
  const cells=[.5,.65,.8].map(favourable=>{const r=seeded(11); const R=people>100?60:200; let a=0; for(let i=0;i<R;i++){const y=run({people,favourable,questions,perRound,lasting,fall:0},r); a+=y.alarms;} return (a/R).toFixed(2);});
  out.push(`null lasting ${lasting} ${questions}x${perRound} N${people}: ${cells.join(' ')}`);}
 for(const [questions,perRound] of [[14,3],[1,1]] as const) for(const fall of [.1,.2,.3]) for(const people of [8,15,40,150]){
  const r=seeded(5); const R=people>100?60:200; let h=0; const fs:number[]=[]; for(let i=0;i<R;i++){const y=run({people,favourable:.75,questions,perRound,lasting:1,fall},r); h+=y.fall; if(y.first>=0)fs.push(y.first);} fs.sort((a,b)=>a-b);
  out.push(`fall ${fall} ${questions}x${perRound} N${people}: ${(h/R).toFixed(2)} week ${fs[fs.length>>1]}`);}
 // speed
 const units=[unit('r',undefined,10),...Array.from({length:30},(_,i)=>unit(`d${i}`,'r',10)),...Array.from({length:970},(_,i)=>unit(`t${i}`,`d${i%30}`,10))];
 const r=seeded(1); const qs=['role','pay','team'].map(d=>fivePoint(d,{driver:d}));
 const t0=performance.now();
 const hist=Array.from({length:60},(_,w)=>({round:`${w}`,opensAt:new Date(w*7*864e5),figures:figuresOf({questions:qs,units},new Map(qs.map(q=>[q.id,units.map(u=>{const f=Math.floor(r()*9);return {unit:u.id,from:[u.id],n:8,tally:[8-Math.min(8,f),0,0,0,Math.min(8,f)]}})])))}));
 const t1=performance.now();
 for(const u of units) await overTime(u,hist,5,async()=>0);
 out.push(`speed: figuresOf ${(t1-t0).toFixed(0)} ms, overTime of 1001 units ${(performance.now()-t1).toFixed(0)} ms`);
 console.log(out.join('\n'));
},400000);

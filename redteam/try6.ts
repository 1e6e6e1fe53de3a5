import { pairsOfWorlds, observe, trackersThatWork } from './worlds.ts';
import { canaries } from './canary.ts';
import { linking } from './linking.ts';
import { spyQueue } from './spy-queue.ts';
let t = performance.now(); const lap = (s: string, x: unknown) => { console.log(s, x, Math.round(performance.now() - t)); t = performance.now(); };
for (const [a, b] of pairsOfWorlds()) { const [x, y] = [await observe(a), await observe(b)]; 
 const d = x.all.flatMap((l, i) => l === y.all[i] ? [] : [[l.slice(0,1500), y.all[i]?.slice(0,1500)]]);
 lap('world', [x.all.length, y.all.length, d.length, x.wavering, x.sealedLengths, d.slice(0, 1)]); }
lap('track', await trackersThatWork());
lap('canary', await canaries());
const spy = await spyQueue('redis://127.0.0.1:6379/15'); lap('spy', !!spy);
if (spy) { lap('canary redis', await canaries(spy)); await spy.clear(); }
lap('link', await linking(4, 1));

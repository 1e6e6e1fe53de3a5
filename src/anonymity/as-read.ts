/** A comment as it would be read, to be shown to its author before it is sealed. */
import type { Scrub } from './scrub.ts';

/** What is taken out may leave a name in one piece that two words stood between. */
const TIMES = 5;

/** Scrubbed until scrubbing changes nothing more; the text itself where nothing is to be taken out. */
export function asRead(scrub: Scrub, text: string): string {
  let clean = text;
  for (let time = 0; time < TIMES; time++) {
    const again = scrub(clean);
    if (again === clean) break;
    clean = again;
  }
  return clean;
}

/** Who may do what to what: straight at the inbox, and through the page with a session. */
import { beforeAll, describe } from 'vitest';
import { type Door, onPage, straight } from './doors.ts';
import { type Stage, stage } from './stage.ts';
import { keepsTheTable } from './table.ts';

describe.each([
  ['the inbox', straight],
  ['the page', onPage],
] as const)('%s', (_, open) => {
  let place: Stage;
  let door: Door;
  beforeAll(async () => {
    place = await stage();
    door = await open(place);
  }, 60_000);
  keepsTheTable(() => ({ stage: place, door }));
});

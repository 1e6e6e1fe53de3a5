/** Who may do what to what: straight at the inbox, and through the page with a session. */
import { describe, expect, test } from 'vitest';
import { onPage, straight } from './doors.ts';
import { EVERYTHING } from './objects.ts';
import { stage } from './stage.ts';
import { faultsOfPermissions, faultsOfRefusals } from './table.ts';

describe.each([
  ['the inbox', straight],
  ['the page', onPage],
] as const)('%s', (_, open) => {
  test('refuses what the table refuses, and tells and changes nothing of what is others’', async () => {
    const place = await stage();
    expect(await faultsOfRefusals(place, await open(place), EVERYTHING)).toEqual([]);
  }, 120_000);

  test('lets everybody do what the table says, on what is theirs', async () => {
    const place = await stage();
    expect(await faultsOfPermissions(place, await open(place), EVERYTHING)).toEqual([]);
  }, 60_000);
});

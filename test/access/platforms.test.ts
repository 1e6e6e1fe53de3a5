/** Who may do what to what, by forged clicks on Slack and Teams. */
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from './objects.ts';
import { onSlack, onTeams } from './platform-doors.ts';
import { stage } from './stage.ts';
import { faultsOfPermissions, faultsOfRefusals } from './table.ts';

describe.each([
  ['Slack', onSlack, EVERYTHING.filter(({ kind }) => kind === 'action')],
  ['Teams', onTeams, EVERYTHING],
] as const)('%s', (_, open, everything) => {
  test('refuses what the table refuses, and tells and changes nothing of what is others’', async () => {
    const place = await stage();
    expect(await faultsOfRefusals(place, await open(place), everything)).toEqual([]);
  }, 120_000);

  test('lets everybody do what the table says, on what is theirs', async () => {
    const place = await stage();
    expect(await faultsOfPermissions(place, await open(place), everything)).toEqual([]);
  }, 60_000);
});

/** The whole program: where personal links lead, behind the doors and on the page's own listener. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { temporaryFolder } from '../support/folders.ts';

const SOUNDINGS = 'organisation:\n  name: Harbour Works\n  timezone: UTC\n  language: de\n';

test('a forged link is answered kindly at both, and told to nobody; nothing else of the page is shown outside', async () => {
  const folder = temporaryFolder();
  const files = {
    'soundings.yaml': SOUNDINGS,
    'people.csv': 'person,name,unit\nada,Ada,all\n',
    'units.csv': 'unit,name\nall,Harbour Works\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { PORT: '0', CHAT_PORT: '0', SOUNDINGS_URL: 'https://soundings.example.org' };
  const config = await readConfig(env, folder);
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const told: string[] = [];
  let running: Running | undefined;
  try {
    running = await start(config, (line) => told.push(line));
    const token = 'forged'.padEnd(43, 'x');
    for (const place of [running.url, running.doors]) {
      const answer = await fetch(`${place}/later/${token}`);
      expect(answer.status, place).toBe(404);
      expect(await answer.text()).toContain('<html lang="de">');
    }
    expect((await fetch(`${running.doors}/`)).status).toBe(404);
    expect((await fetch(`${running.doors}/api/people`)).status).toBe(404);
  } finally {
    await running?.close();
  }
  expect(told.join('\n')).not.toContain('forged');
});

/** The whole program with a leavers.csv and a door for HR systems, from its configuration. */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { temporaryFolder } from '../support/folders.ts';

const SECRET = 'a secret of more than thirty-two characters';
const DAY = 86_400_000;

/** A day so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const SOUNDINGS = `organisation:
  name: Harbour Works
  timezone: UTC
  leavers: leavers.csv
  hr: [ada]
`;
const PEOPLE = 'person,name,unit\nada,Ada,all\nbob,Bob,all\ncem,Cem,all\n';

test('reads the file at its start, and takes what an HR system sends', async () => {
  const folder = temporaryFolder();
  const files = {
    'soundings.yaml': SOUNDINGS,
    'people.csv': PEOPLE,
    'units.csv': 'unit,name\nall,Harbour Works\n',
    'leavers.csv': `person,last_day\nbob,${dayIn(60)}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { PORT: '0', CHAT_PORT: '0', SOUNDINGS_LEAVERS_SECRET: SECRET };
  const config = await readConfig(env, folder);
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const told: string[] = [];
  let running: Running | undefined;
  try {
    running = await start(config, (line) => told.push(line));
    expect(told).toContain('leavers.csv: 1 announced, 0 corrected, 0 withdrawn.');
    const body = JSON.stringify({ person: 'cem', last_day: dayIn(60) });
    const time = Math.floor(Date.now() / 1000);
    const hex = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    const headers = { 'x-soundings-signature': `t=${time},v1=${hex}` };
    const answer = await fetch(`${running.doors}/leavers`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ announced: 1 });
    // The page is not for machines.
    const page = await fetch(`${running.url}/leavers`, { method: 'POST', headers, body });
    expect(page.ok).toBe(false);
  } finally {
    await running?.close();
  }
  expect(told.join('\n')).not.toMatch(/cem|Cem/);
  const store = await openStore(config.database, { tell: () => {}, alone: true });
  const found = (await store.leavers.list()).map(({ person, state }) => `${person} ${state}`);
  expect(found.sort()).toEqual(['bob announced', 'cem announced']);
  const did = (await store.audit.list(5)).map(({ who }) => who);
  expect(did).toEqual(['webhook', 'leavers.csv']);
  await store.close();
});

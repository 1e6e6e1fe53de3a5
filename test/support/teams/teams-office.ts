/** The real program on a test's clock, open to Teams: files, keys, queue, doors and adapter as main.ts wires them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../adapters/store/open-store.ts';
import { inProcess } from '../../../scheduler/in-process.ts';
import { type Programme, withMade } from '../../../src/campaign/programme.ts';
import { nextStep } from '../../../src/campaign/sweep.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { openDoors } from '../../../src/doors.ts';
import { build, type House } from '../../../src/house.ts';
import { importPeople } from '../../../src/import-people.ts';
import { openPlatforms } from '../../../src/platform.ts';
import { temporaryFolder } from '../folders.ts';
import { FIRM, FIRM_PROGRAMME } from '../slack/firm.ts';
import { PLAYGROUND_TENANT } from './playground-process.ts';

export interface TeamsOffice {
  readonly house: House;
  /** Where Teams sends what people do. */
  readonly endpoint: string;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  /** Moves the clock, and runs whatever is due until nothing is. */
  at(instant: Date): Promise<void>;
  /** Moves the clock only. */
  setClock(instant: Date): void;
  close(): Promise<void>;
}

/** Nobody has an account yet: Teams tells of people when they get the app, and their e-mail says who they are. */
export async function teamsOffice(
  start: Date,
  programme: Partial<Programme> = {},
): Promise<TeamsOffice> {
  const folder = temporaryFolder();
  writeFiles(folder);
  const config = await configOf(folder, { ...FIRM_PROGRAMME, ...programme });
  const { organisation: sources } = config;
  const log: string[] = [];
  const tell = (line: string) => void log.push(line);
  let now = start;
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  const store = await openStore(config.database, { tell, alone: true });
  const queue = inProcess();
  const peopleChanged = () => void queue.add([{ name: 'people', ref: '' }]);
  const platforms = await openPlatforms(config, { store, clock: clock.now, tell, peopleChanged });
  const people = () => importPeople(store, sources, platforms, clock.now(), tell);
  await people();
  const plan = { programme: sources.programme, clock, people };
  const house = build(plan, config, store, queue, tell, platforms);
  await house.page.listen(house.inbox);
  for (const each of platforms) await each.listen(house.inbox);
  const doors = await openDoors(platforms, config.chats.doors);
  if (!doors) throw new Error('Teams needs a door.');
  return {
    house,
    endpoint: `${doors.url}/api/messages`,
    log,
    setClock: clock.set,
    async at(instant) {
      for (let next = await planned(house); next && next <= instant; next = await planned(house)) {
        clock.set(next);
        await house.catchUp();
      }
      clock.set(instant);
      await house.catchUp();
    },
    async close() {
      await doors.close();
      await Promise.all([house.page.close(), ...platforms.map((each) => each.close())]);
      await queue.close();
      await store.close();
    },
  };
}

/** A program that runs looks all the time; here it looks when something is planned. */
async function planned({ plan, ports }: House): Promise<Date | undefined> {
  const programme = withMade(plan.programme, await ports.store.campaigns.list());
  return (await nextStep(ports, programme, plan.clock.now()))?.at;
}

async function configOf(
  folder: string,
  programme: Programme,
): Promise<Config & Required<Pick<Config, 'organisation'>>> {
  const config = await readConfig(
    {
      PORT: '0',
      CHAT_PORT: '0',
      SOUNDINGS_TEAMS_ANONYMOUS: '1',
      SOUNDINGS_URL: 'https://soundings.example',
      MicrosoftAppTenantId: PLAYGROUND_TENANT,
    },
    folder,
  );
  if ('faults' in config || !config.organisation) throw new Error(JSON.stringify(config));
  return { ...config, organisation: { ...config.organisation, programme } };
}

function writeFiles(folder: string): void {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  write('soundings.yaml', [
    'organisation: { name: Firm, timezone: Europe/Berlin }',
    'campaigns: []',
  ]);
  const people = FIRM.people.map(({ id, name, email, unit, timezone = '' }) =>
    [id, name, email, unit, timezone].join(','),
  );
  const units = FIRM.units.map(({ id, name, parent = '', manager = '' }) =>
    [id, name, parent, manager].join(','),
  );
  write('people.csv', ['person,name,email,unit,timezone', ...people]);
  write('units.csv', ['unit,name,parent,manager', ...units]);
}

/** What an operator sees: the real command, from outside. */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fakeSlack } from '../support/slack/fake.ts';
import { folderWith, soundings, started, until, withBusyPort } from './command.ts';

const PEOPLE = `person,name,unit,timezone
p1,Ada,all,Europe/Berlin
p2,Ben,all,Asia/Tokyo
p3,Cleo,all,
`;
const UNITS = 'unit,name,parent,manager\nall,Harbour Works,,p1\n';
const YAML = `organisation:
  name: Harbour Works
  timezone: Europe/Berlin
campaigns:
  - id: pulse
`;
const REPLAY = [
  ...['replay', '--people', 'people.csv', '--units', 'units.csv', '--survey', 'survey.yaml'],
  ...['--answers', 'answers.csv', '--figures', 'figures.json'],
];
/** Processes are started and databases made; other tests may use the processors too. */
const timeout = 60_000;
const OWN = { SOUNDINGS_CONFIG: 'org/soundings.yaml', SOUNDINGS_DATA: 'data' };

function organisation(change: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'org/people.csv': PEOPLE,
    'org/units.csv': UNITS,
    'org/soundings.yaml': YAML,
    ...change,
  });
}

async function names(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/people`);
  const people = (await answer.json()) as { name: string }[];
  return people.map(({ name }) => name);
}

// The first run builds what has changed.
beforeAll(async () => {
  await soundings(folderWith(), ['--help']);
}, timeout);

describe('help', () => {
  test('names each command and says what it does', async () => {
    const { status, out } = await soundings(folderWith(), ['--help']);
    expect(status).toBe(0);
    for (const each of [/start +run the bot/, /doctor +check/, /replay .*run past answers/]) {
      expect(out).toMatch(each);
    }
    expect(out).toContain('SOUNDINGS_CONFIG');
  });

  test('each command explains itself', async () => {
    const { out } = await soundings(folderWith(), ['replay', '--help']);
    for (const each of ['people', 'units', 'survey', 'answers', 'figures', 'database']) {
      expect(out).toMatch(new RegExp(`--${each} <file> +\\S`));
    }
    expect((await soundings(folderWith(), ['doctor', '--help'])).out).toContain('check');
    expect((await soundings(folderWith(), ['start', '--help'])).out).toContain('run the bot');
  });

  test('an unknown command and a missing option end with status 1', async () => {
    expect(await soundings(folderWith(), ['dcotor'])).toMatchObject({ status: 1 });
    const { status, err } = await soundings(folderWith(), ['replay', '--people', 'p.csv']);
    expect(status).toBe(1);
    expect(err).toContain('--units');
  });
});

describe('replay', { timeout }, () => {
  const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  const example = page.slice(page.indexOf('An example to paste'));
  const files = Object.fromEntries(
    [...example.matchAll(/^cat > (\S+) <<'END'\n([\s\S]*?)^END$/gm)].map(([, name, text]) => [
      name ?? '',
      text ?? '',
    ]),
  );

  test('the example of docs/formats.md gives the figures that the page shows', async () => {
    const folder = folderWith(files);
    const command = /^soundings (replay .*)$/m.exec(example)?.[1]?.split(' ') ?? [];
    const { status, out, err } = await soundings(folder, command);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('19 answers of 1 round counted; 6 figures in figures.json');
    const shown = /```json\n([\s\S]*?)```/.exec(example)?.[1] ?? '';
    expect(JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'))).toEqual(
      JSON.parse(shown),
    );
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(files), 'figures.json'].sort());
  });

  test('faulty answers: status 1, every fault on standard error, no figures', async () => {
    const rows = 'spring,p01,clear,77\nspring,p99,clear,1\nspring,p02,nope,1\n';
    const folder = folderWith({ ...files, 'answers.csv': `${files['answers.csv']}${rows}` });
    const { status, out, err } = await soundings(folder, REPLAY);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([
      'answers.csv, row 22: The value is no answer to question "clear": it must be a whole number from 1 to 5.',
      'answers.csv, row 23: Person "p99" is not in the people file.',
      'answers.csv, row 24: Question "nope" is not in the survey.',
    ]);
    expect(existsSync(join(folder, 'figures.json'))).toBe(false);
  });

  test.each([['people.csv'], ['answers.csv'], ['survey.yaml']])(
    'a missing %s is told in one line, without a stack',
    async (name) => {
      const folder = folderWith(files);
      rmSync(join(folder, name));
      const { status, err } = await soundings(folder, REPLAY);
      expect({ status, err }).toEqual({ status: 1, err: `${name}: The file does not exist.\n` });
    },
  );
});

describe('link', { timeout }, () => {
  const SITE = 'http://127.0.0.1:3978';

  test('lets somebody without a chat account into the running page, as themselves, once', async () => {
    const fake = await fakeSlack({ tokens: [{ token: 'xoxb-cli' }] });
    const env = {
      ...{ ...OWN, SOUNDINGS_URL: SITE, SLACK_API_URL: fake.url, CHAT_PORT: '0' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-cli', SLACK_SIGNING_SECRET: 'secret' },
    };
    const folder = organisation();
    const { url, said, stop } = await started(folder, env);
    const { status, out, err } = await soundings(folder, ['link', 'p2'], env);
    expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('Ben (p2)') });
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:3978\/sign-in\/[\w-]{43}\n$/);
    const link = out.trim().replace(SITE, url);
    expect(await (await fetch(link)).text()).toContain('You sign in as Ben.');
    const press = { method: 'POST', headers: { origin: SITE }, redirect: 'manual' } as const;
    const [first, again] = [await fetch(link, press), await fetch(link, press)];
    expect([first.status, again.status]).toEqual([303, 410]);
    const [cookie = ''] = first.headers.get('set-cookie')?.split(';') ?? [];
    const about = await fetch(`${url}/api/people`, { headers: { cookie, 'x-soundings': 'page' } });
    expect(((await about.json()) as { name: string }[]).map(({ name }) => name)).toEqual(['Ben']);
    await stop();
    await fake.stop();
    expect(said.out + said.err).not.toContain(out.trim().slice(-43));
  });

  test('says everything that keeps it from being made, with status 1', async () => {
    const { status, out, err } = await soundings(organisation(), ['link', 'p2'], OWN);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    for (const each of [/^SOUNDINGS_URL: /m, /^SLACK_BOT_TOKEN or Micro/m, /^people.csv: /m]) {
      expect(err).toMatch(each);
    }
  });
});

describe('doctor', { timeout }, () => {
  test('finds nothing wrong with a good set-up, and changes nothing', async () => {
    const folder = organisation();
    const { status, out } = await soundings(folder, ['doctor'], OWN);
    expect(out).not.toContain('WRONG');
    expect(out).toMatch(/^ok {5}people and units: 3 people/m);
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['org']);
  });

  test('a bad zone and an unknown key of soundings.yaml, with their lines', async () => {
    const yaml = YAML.replace('Europe/Berlin', 'Mars/Base').replace(
      '- id',
      '- colour: red\n    id',
    );
    const folder = organisation({ 'org/soundings.yaml': yaml });
    const { status, out } = await soundings(folder, ['doctor'], OWN);
    expect(status).toBe(1);
    expect(out).toMatch(/WRONG {2}configuration/);
    expect(out).toMatch(/soundings.yaml, line 3: "organisation.timezone": is no time zone/);
    expect(out).toMatch(/soundings.yaml, line 5: "campaigns.0": .*"colour"/);
  });

  test('a bad zone in people.csv, a busy port: both at once', async () => {
    const people = PEOPLE.replace('Asia/Tokyo', 'Asia/Nowhere');
    const folder = organisation({ 'org/people.csv': people });
    const { status, out } = await withBusyPort((PORT) =>
      soundings(folder, ['doctor'], { ...OWN, PORT }),
    );
    expect(status).toBe(1);
    expect(out).toMatch(/WRONG {2}people and units\n +people.csv, row 3: .*"Asia\/Nowhere"/);
    expect(out).toMatch(/WRONG {2}page\n +PORT \d+ can't be used/);
  });

  test('the missing key of an open round, and a key folder that others can read', async () => {
    const folder = organisation();
    const env = { ...OWN, SOUNDINGS_NOW: '2026-11-17T09:00:00Z' };
    const keys = join(folder, 'data/keys/soundings');
    const { stop } = await started(folder, env);
    const [key = ''] = await until(() => {
      const found = existsSync(keys)
        ? readdirSync(keys).filter((name) => name.endsWith('.key'))
        : [];
      return found.length > 0 ? found : undefined;
    });
    // The key is durable before the round is: let the round be stored.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await stop()).toMatchObject({ status: 0 });
    expect(await soundings(folder, ['doctor'], env)).toMatchObject({ status: 0 });

    rmSync(join(keys, key));
    chmodSync(keys, 0o755);
    const { status, out } = await soundings(folder, ['doctor'], env);
    expect(status).toBe(1);
    expect(out).toMatch(
      /WRONG {2}database\n +The private key of open round pulse-2026-11-16 is not in .*: its 0 ballots can't be opened/,
    );
    expect(out).toMatch(/WRONG {2}key folder\n.* can be read by others\. Run: chmod 700/);
  });
});

describe('start', { timeout }, () => {
  test('a busy port is told, with what to do, and ends with status 1', async () => {
    const folder = organisation();
    await withBusyPort(async (PORT) => {
      const { status, err } = await soundings(folder, ['start'], { ...OWN, PORT });
      expect(status).toBe(1);
      expect(err.trim()).toBe(
        `PORT ${PORT} is in use by another program. Stop it, or set PORT to a free one.`,
      );
    });
  });

  test('an address that others can reach is refused, along with whatever else is wrong', async () => {
    const env = { HOST: '0.0.0.0', PORT: 'high', SOUNDINGS_DATA: 'data' };
    const folder = folderWith();
    const { status, out, err } = await soundings(folder, ['start'], env);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^HOST: "0.0.0.0" is not a loopback address/m);
    expect(err).toMatch(/^PORT: "high" is no port/m);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('faulty files at the first start: every fault, status 1', async () => {
    const folder = organisation({ 'org/people.csv': 'person,unit\np1,here\np1,there\n' });
    const { status, err } = await soundings(folder, ['start'], OWN);
    expect(status).toBe(1);
    expect(err).toMatch(/people.csv, row 2: .*"here"/);
    expect(err).toMatch(/people.csv, row 3: .*already/);
  });

  test('an organisation: serves the page, and stops on SIGTERM with an open page', async () => {
    const { url, said, stop } = await started(organisation(), OWN);
    expect(said.out).toContain('Soundings runs Harbour Works.');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(url)).text()).toContain('<!doctype html>');
    expect(await names(url)).toEqual(['Ada', 'Ben', 'Cleo']);
    const open = await fetch(`${url}/api/people/p1/events`);
    expect(open.status).toBe(200);
    const { status, seconds } = await stop();
    expect(status).toBe(0);
    expect(seconds).toBeLessThan(5);
    expect(said.err).toBe('');
  });

  test('a faulty people.csv at a later start keeps the people of the last import', async () => {
    const folder = organisation();
    const file = join(folder, 'org/people.csv');
    await (await started(folder, OWN)).stop();
    writeFileSync(file, PEOPLE.replace('p3,Cleo,all', 'p3,Cleo,nowhere').replace('Ben', 'Bo'));
    const second = await started(folder, OWN);
    expect(second.said.out).toMatch(/people.csv, row 4: .*nowhere/);
    expect(second.said.out).toContain('Nothing was imported');
    expect(await names(second.url)).toEqual(['Ada', 'Ben', 'Cleo']);
    await second.stop();
    writeFileSync(file, PEOPLE.replace('p3,Cleo,all,\n', '').replace('Ben', 'Bo'));
    const third = await started(folder, OWN);
    expect(third.said.out).toContain('0 added, 1 updated, 0 moved, 1 no longer listed');
    expect(await names(third.url)).toEqual(['Ada', 'Bo']);
    await third.stop();
  });

  test('the demonstration counts its history once', async () => {
    const folder = folderWith();
    const first = await started(folder);
    expect(first.said.out).toContain('round 12 of 12');
    expect(first.said.out).toContain('Soundings runs the demonstration.');
    const people = await names(first.url);
    expect(people.length).toBeGreaterThan(150);
    expect(await first.stop()).toMatchObject({ status: 0 });
    const second = await started(folder);
    expect(second.said.out).not.toContain('Counting');
    expect(await names(second.url)).toEqual(people);
    expect(await second.stop()).toMatchObject({ status: 0 });
  });
});

/** The app package: what is in it, that Teams takes it, and what is said where it can't be made. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { teamsPackage } from '../../adapters/teams/package/app-package.ts';
import { manifestOf, type TeamsApp, translations } from '../../adapters/teams/package/manifest.ts';
import { loadSchemas, type Validate } from '../../adapters/teams/package/validate.ts';
import { parseCommand } from '../../src/message/commands.ts';
import { appCopy } from '../../src/message/copy-app.ts';
import { LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { teamsPackageCommand } from '../../src/teams-package.ts';
import { temporaryFolder } from '../support/folders.ts';

const APP: TeamsApp = {
  appId: '11111111-1111-4111-8111-111111111111',
  botId: '22222222-2222-4222-8222-222222222222',
  name: 'Soundings',
  developer: {
    name: 'Northwind',
    websiteUrl: 'https://northwind.example',
    privacyUrl: 'https://northwind.example/privacy',
    termsOfUseUrl: 'https://northwind.example/terms',
  },
  version: '1.0.0',
  validDomains: ['soundings.northwind.example'],
};
const FILES = ['manifest.json', 'color.png', 'outline.png', 'de.json', 'fr.json', 'es.json'];

function made(app: TeamsApp = APP): Uint8Array {
  const result = teamsPackage(app);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.zip;
}

/** What is wrong with the package's data, by field. */
function faults(change: Partial<TeamsApp>): Record<string, string> {
  const result = teamsPackage({ ...APP, ...change });
  if ('zip' in result) throw new Error('A package was made.');
  return Object.fromEntries(result.faults.map(({ where, says }) => [where, says]));
}

/** Another program's reading of the zip, where this machine has one. */
const unzips = spawnSync('unzip', ['-v']).error === undefined;
const unless = unzips ? '' : ' (skipped: no unzip on this machine)';

describe.skipIf(!unzips)(`the package${unless}`, () => {
  /** As another program reads it, which checks every sum. */
  const unzipped = new Map<string, Buffer>();
  beforeAll(() => {
    const file = join(temporaryFolder(), 'soundings.zip');
    writeFileSync(file, made());
    const list = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' });
    for (const name of list.trim().split('\n')) {
      unzipped.set(name, execFileSync('unzip', ['-p', file, name]));
    }
  });
  const bytes = (name: string) => unzipped.get(name) ?? Buffer.of();
  const json = (name: string) => JSON.parse(bytes(name).toString('utf8'));

  test('has its files at the root, and each is as it was put in', () => {
    expect([...unzipped.keys()]).toEqual(FILES);
    expect(json('manifest.json')).toEqual(JSON.parse(JSON.stringify(manifestOf(APP))));
    for (const [name, texts] of translations(APP)) expect(json(name)).toEqual(texts);
  });

  test('is the same twice', () => {
    expect(Buffer.compare(made(), made())).toBe(0);
  });

  test('has the manifest that a bot in all scopes needs', () => {
    const manifest = json('manifest.json');
    expect(manifest).toMatchObject({
      manifestVersion: '1.25',
      id: APP.appId,
      version: '1.0.0',
      name: { short: 'Soundings' },
      validDomains: ['soundings.northwind.example'],
    });
    expect(manifest.bots[0]).toMatchObject({
      botId: APP.botId,
      scopes: ['personal', 'team', 'groupChat'],
      isNotificationOnly: false,
    });
    expect(manifest).not.toHaveProperty('authorization');
  });

  test('has icons of Microsoft’s sizes: one full, one white on transparent', () => {
    const color = pixelsOf(bytes('color.png'));
    const outline = pixelsOf(bytes('outline.png'));
    expect([color.size, outline.size]).toEqual([192, 32]);
    expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(color.pixels.some(([red]) => red === 255)).toBe(true);
    expect(outline.pixels.every((pixel) => pixel.slice(0, 3).join() === '255,255,255')).toBe(true);
    const clear = outline.pixels.filter(([, , , alpha]) => alpha === 0).length;
    const solid = outline.pixels.filter(([, , , alpha]) => alpha === 255).length;
    expect(clear).toBeGreaterThan(500);
    expect(solid).toBeGreaterThan(80);
  });
});

describe.each(LANGUAGE_TAGS)('the commands in %s', (tag) => {
  const { commands } = appCopy(tag);

  test('are the eight that people need, each understood as it is typed', () => {
    expect(commands.map(([typed]) => parseCommand(typed)?.name)).toEqual([
      'help',
      'privacy',
      'pause',
      'resume',
      'stop',
      'now',
      'language',
      'home',
    ]);
  });

  test('have short words, and the listing fits', () => {
    for (const [typed, does] of commands) {
      expect(typed).toMatch(/^\S{2,32}$/);
      expect(does.length).toBeLessThanOrEqual(128);
    }
    expect(appCopy(tag).short.length).toBeLessThanOrEqual(80);
    expect(appCopy(tag).full.length).toBeLessThanOrEqual(4000);
  });
});

describe('Microsoft’s schema', () => {
  let validate: Validate;
  beforeAll(() => {
    validate = loadSchemas();
  });

  test('takes the manifest and every language', () => {
    expect(validate('MicrosoftTeams', manifestOf(APP))).toEqual([]);
    for (const [, texts] of translations(APP)) {
      expect(validate('MicrosoftTeams.Localization', texts)).toEqual([]);
    }
  });

  test.each<[string, string, object]>([
    ['no bot id', '/bots/0/botId', { bots: [{ botId: 'nope', scopes: ['personal'] }] }],
    ['an unknown scope', '/bots/0/scopes/0', { bots: [{ botId: APP.botId, scopes: ['x'] }] }],
    ['another version', '/manifestVersion', { manifestVersion: '1.2' }],
    ['a part that there is not', '/ must NOT have additional', { surprise: 1 }],
    ['no description', '/description', { description: {} }],
  ])('finds %s', (_, found, change) => {
    const lines = validate('MicrosoftTeams', { ...manifestOf(APP), ...change });
    expect(lines.join('\n')).toContain(found);
  });

  test('finds a text in a language that the manifest can’t have', () => {
    const [texts] = [...translations(APP).values()];
    const broken = { ...texts, 'bots[0].nothing': 'x' };
    expect(validate('MicrosoftTeams.Localization', broken)).not.toEqual([]);
    expect(
      validate('MicrosoftTeams.Localization', { ...texts, 'name.short': 'x'.repeat(31) }),
    ).not.toEqual([]);
  });
});

describe('what can’t be a package', () => {
  test('is told in full at once, by field', () => {
    const found = faults({
      appId: 'soundings',
      botId: '',
      name: 'x'.repeat(31),
      developer: {
        name: ' ',
        websiteUrl: 'http://northwind.example',
        privacyUrl: 'northwind.example',
        termsOfUseUrl: 'https://',
      },
      version: '1.0',
      validDomains: ['https://a.example', 'fine.example', 'a b'],
    });
    expect(Object.keys(found)).toEqual([
      'appId',
      'botId',
      'name',
      'developer.name',
      'developer.websiteUrl',
      'developer.privacyUrl',
      'developer.termsOfUseUrl',
      'version',
      'validDomains[0]',
      'validDomains[2]',
    ]);
    expect(found.appId).toMatch(/^"soundings" must be a GUID/);
    expect(found.name).toContain('1 to 30 characters; it has 31.');
    expect(found['developer.websiteUrl']).toContain('must be an https address');
  });

  test.each(['1', '1.0.0.0', 'v1.0.0', '01.0.0', '1.0.0-beta', ''])('a version %j', (version) => {
    expect(Object.keys(faults({ version }))).toEqual(['version']);
  });

  test('seventeen domains', () => {
    const validDomains = Array.from({ length: 17 }, (_, i) => `a${i}.example`);
    expect(faults({ validDomains })).toEqual({
      validDomains: '"17 domains" must be at most 16.',
    });
  });
});

describe('the command', () => {
  const options = {
    bot: APP.botId,
    name: 'Soundings',
    company: 'Northwind',
    website: 'https://northwind.example',
    privacy: 'https://northwind.example/privacy',
    terms: 'https://northwind.example/terms',
    appVersion: '1.2.3',
  };

  test('writes the file and says where, with the bot’s id for the app where none is given', async () => {
    const out = join(temporaryFolder(), 'soundings-teams.zip');
    const told: string[] = [];
    await teamsPackageCommand({ ...options, out }, (line) => told.push(line));
    expect(told).toEqual([expect.stringContaining(out)]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    if (!unzips) return;
    const manifest = execFileSync('unzip', ['-p', out, 'manifest.json'], { encoding: 'utf8' });
    expect(JSON.parse(manifest)).toMatchObject({ id: APP.botId, version: '1.2.3' });
  });

  test('names its own options where something is wrong, and writes nothing', async () => {
    const out = join(temporaryFolder(), 'soundings-teams.zip');
    const told: string[] = [];
    const run = teamsPackageCommand(
      { ...options, bot: 'x', privacy: 'y', domain: ['z'], out },
      (line) => told.push(line),
    );
    await expect(run).rejects.toThrow(
      /^--bot: "x" must be a GUID.*\n--privacy: "y".*\n--domain: "z"/,
    );
    expect(told).toEqual([]);
    expect(() => readFileSync(out)).toThrow();
  });
});

/** Of a PNG with alpha and without filters, which is what ours is. */
function pixelsOf(png: Buffer): { size: number; pixels: number[][] } {
  const size = png.readUInt32BE(16);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(20), ...png.subarray(24, 26)]).toEqual([size, 8, 6]);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const pixels = Array.from({ length: size * size }, (_, i) => {
    const start = Math.floor(i / size) * (1 + 4 * size) + 1 + (i % size) * 4;
    return [...rows.subarray(start, start + 4)];
  });
  return { size, pixels };
}

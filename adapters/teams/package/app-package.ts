/** The app package that an administrator uploads to Teams: manifest, icons and languages, checked against Microsoft's schema. */
import type { Fault } from '../../../src/ports/directory.ts';
import { colorIcon, outlineIcon } from './icons.ts';
import { ICONS, manifestOf, type TeamsApp, translations } from './manifest.ts';
import { loadSchemas } from './validate.ts';
import { zip } from './zip.ts';

/** Everything that is wrong at once, or the package. */
export function teamsPackage(
  app: TeamsApp,
): { readonly zip: Uint8Array } | { readonly faults: readonly Fault[] } {
  const faults = faultsOf(app);
  if (faults.length > 0) return { faults };
  const manifest = manifestOf(app);
  const languages = [...translations(app)];
  const validate = loadSchemas();
  const refused = [
    ...faultsIn('manifest.json', validate('MicrosoftTeams', manifest)),
    ...languages.flatMap(([file, texts]) =>
      faultsIn(file, validate('MicrosoftTeams.Localization', texts)),
    ),
  ];
  if (refused.length > 0) return { faults: refused };
  return {
    zip: zip([
      { name: 'manifest.json', bytes: json(manifest) },
      { name: ICONS.color, bytes: colorIcon() },
      { name: ICONS.outline, bytes: outlineIcon() },
      ...languages.map(([name, texts]) => ({ name, bytes: json(texts) })),
    ]),
  };
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function faultsIn(file: string, lines: readonly string[]): Fault[] {
  return lines.map((says) => ({ where: file, says }));
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** https://semver.org, without what Teams does not order by. */
const VERSION = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/;
const DOMAIN = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
/** Characters, by Microsoft's schema. */
const MOST = { name: 30, developer: 32, url: 2048, domains: 16 } as const;

function faultsOf({
  appId,
  botId,
  name,
  developer,
  version,
  validDomains = [],
}: TeamsApp): Fault[] {
  const guid = 'must be a GUID, such as 11111111-1111-4111-8111-111111111111.';
  return [
    ...check('appId', appId, GUID.test(appId), guid),
    ...check('botId', botId, GUID.test(botId), `${guid} It is the MicrosoftAppId of the bot.`),
    ...checkName('name', name, MOST.name),
    ...checkName('developer.name', developer.name, MOST.developer),
    ...(['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const).flatMap((field) =>
      check(
        `developer.${field}`,
        developer[field],
        isHttps(developer[field]),
        'must be an https address, such as https://example.com/privacy.',
      ),
    ),
    ...check('version', version, VERSION.test(version), 'must be three numbers, such as 1.0.0.'),
    ...check(
      'validDomains',
      `${validDomains.length} domains`,
      validDomains.length <= MOST.domains,
      `must be at most ${MOST.domains}.`,
    ),
    ...validDomains.flatMap((domain, i) =>
      check(
        `validDomains[${i}]`,
        domain,
        DOMAIN.test(domain),
        'must be a host without https:// and path, such as soundings.example.com.',
      ),
    ),
  ];
}

function check(where: string, given: string, good: boolean, must: string): Fault[] {
  return good ? [] : [{ where, says: `"${given}" ${must}` }];
}

function checkName(where: string, given: string, most: number): Fault[] {
  const good = given.trim() !== '' && given.length <= most;
  return check(where, given, good, `must have 1 to ${most} characters; it has ${given.length}.`);
}

function isHttps(address: string): boolean {
  return address.length <= MOST.url && /^https:\/\/[^\s/]/.test(address) && URL.canParse(address);
}
